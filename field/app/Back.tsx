import * as m from '#messages';

/** Leads back to the list of doors. */
export function Back({ onPress }: { readonly onPress: () => void }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="mb-4 min-h-12 cursor-pointer text-std-20N-150 underline"
    >
      {m.field_back()}
    </button>
  );
}
