import { useEffect, useState } from 'react';
import { type GivenRecord, previewProvision } from '#domains/cases/given-api.ts';
import { GivenSections } from '#domains/cases/pages/shown/GivenSections.tsx';
import * as m from '#messages';
import { CallRefused, call } from '#ui/call.ts';
import { Notice } from '#ui/Notice.tsx';
import type { PersonFacet } from '../../person-model.ts';

interface PreviewProps {
  person: string;
  facets: readonly PersonFacet[];
  /** As whom one looks; null while nobody is chosen. */
  as: string | null;
}

/** 「…として見る」: the receiver's own screen, before anything is given; asked anew with every change of what is given. */
export function Preview({ person, facets, as }: PreviewProps) {
  const [record, setRecord] = useState<GivenRecord>();
  const [refused, setRefused] = useState<string>();
  const asked = facets.join(',');
  useEffect(() => {
    setRefused(undefined);
    if (asked === '') {
      setRecord(undefined);
      return;
    }
    const leaving = new AbortController();
    call(previewProvision, { person, facets: asked }, { signal: leaving.signal })
      .then(setRecord)
      .catch((error: unknown) => {
        if (leaving.signal.aborted) return;
        if (!(error instanceof CallRefused)) throw error;
        setRefused(error.message);
      });
    return () => leaving.abort();
  }, [person, asked]);
  return (
    <section
      aria-label={m.consent_preview()}
      className="grid gap-4 rounded-8 border border-solid-gray-300 p-4"
    >
      <h2 className="text-std-20B-150">{as ? m.consent_preview_as({ as }) : m.consent_preview()}</h2>
      <p>{m.consent_preview_says()}</p>
      {refused && <Notice tone="error">{refused}</Notice>}
      {record ? <GivenSections record={record} /> : <p>{m.consent_preview_empty()}</p>}
    </section>
  );
}
