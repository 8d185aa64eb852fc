import { type ChangeEvent, useId, useState } from 'react';
import * as m from '#messages';
import { type Photograph, shrinkPhotograph } from '../photograph.ts';

/** A photograph beside the visit, for who wants one. */
export function Photo(props: {
  readonly photo: Photograph | null;
  readonly onTake: (photo: Photograph | null) => void;
}) {
  const { photo, onTake } = props;
  const [error, setError] = useState<string | null>(null);
  const id = useId();
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (!file) return;
    const taken = await shrinkPhotograph(file);
    target.value = '';
    setError(taken ? null : m.field_photo_unreadable());
    if (taken) onTake(taken);
  };
  return (
    <div className="mb-6">
      <label htmlFor={id} className="block text-std-20B-150">
        {m.field_photo()}
      </label>
      <p id={`${id}-hint`} className="mb-2 text-std-17N-170">
        {m.field_photo_hint()}
      </p>
      {error && (
        <p role="alert" className="mb-2 text-std-17B-170 text-error-2">
          {error}
        </p>
      )}
      <input
        id={id}
        type="file"
        accept="image/*"
        capture="environment"
        aria-describedby={`${id}-hint`}
        onChange={(event) => void take(event)}
        className="w-full text-std-18N-160 file:mr-3 file:min-h-12 file:cursor-pointer file:rounded-8 file:border-2 file:border-key-900 file:bg-white file:px-4 file:text-std-18N-160 file:text-key-900"
      />
      {photo && (
        <div className="mt-3 flex items-center gap-4">
          <img
            src={`data:image/jpeg;base64,${photo.base64}`}
            alt={m.field_photo_taken()}
            className="max-h-40 rounded-8"
          />
          <button
            type="button"
            onClick={() => onTake(null)}
            className="min-h-12 cursor-pointer text-std-18N-160 underline"
          >
            {m.field_photo_take_out()}
          </button>
        </div>
      )}
    </div>
  );
}
