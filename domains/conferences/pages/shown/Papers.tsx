import { useNavigate, useRevalidator, useSearchParams } from 'react-router';
import { attachmentLimit, attachmentTypes } from '#domains/cases/attachment-model.ts';
import { begunField, Meanwhile } from '#domains/cases/pages/shown/Meanwhile.tsx';
import * as m from '#messages';
import { ButtonLink, DownloadLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { hrefOf } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { FileField } from '#ui/fields/FileField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import {
  bringPaper,
  type ConferenceItem,
  correctPaper,
  type Paper,
  readPaperFile,
  takePaperBack,
} from '../../api.ts';
import { whyNot } from '../../model.ts';
import { Words } from './Words.tsx';

/** The papers of the item, each with the body it comes from. Everybody with an open seat brings their own. */
export function Papers({ item }: { item: ConferenceItem }) {
  const [search] = useSearchParams();
  const chosen = search.get('paper');
  const bringing = whyNot('bring', item.state) === null;
  return (
    <Section heading={m.conferences_papers()}>
      {item.papers.length === 0 && <p>{m.conferences_papers_empty()}</p>}
      {item.papers.map((paper) => (
        <article key={paper.id} className="grid gap-2 rounded-8 border border-solid-gray-300 p-4">
          <h3 className="text-std-18B-160">
            {m.conferences_paper_from({ title: paper.title, body: paper.body_name })}
          </h3>
          {paper.words !== '' && <Words words={paper.words} />}
          {paper.file && (
            <p className="print:hidden">
              <DownloadLink href={hrefOf(readPaperFile, { id: paper.id })}>
                {m.conferences_paper_file({
                  name: paper.file.name,
                  kilobytes: Math.ceil(paper.file.size / 1024),
                })}
              </DownloadLink>
            </p>
          )}
          {bringing && paper.own && paper.id !== chosen && (
            <p className="print:hidden">
              <ButtonLink look="text" to={`?paper=${paper.id}`}>
                {m.conferences_correct_paper({ title: paper.title })}
              </ButtonLink>
            </p>
          )}
          {bringing && paper.own && paper.id === chosen && <ChangePaper paper={paper} item={item.id} />}
        </article>
      ))}
      {bringing && (
        <Form
          op={bringPaper}
          mints="id"
          also={{ item_id: item.id }}
          submit={m.conferences_bring_submit()}
          doneSays={m.conferences_brought_done()}
        >
          <PaperFields lead={item.sealed ? m.conferences_hint_paper_sealed() : m.conferences_hint_paper()} />
          <FileField
            name="file"
            label={m.conferences_label_file()}
            hint={m.cases_file_hint()}
            accept={attachmentTypes.join()}
            maxBytes={attachmentLimit}
          />
        </Form>
      )}
    </Section>
  );
}

function PaperFields({ lead }: { lead: string }) {
  return (
    <>
      <TextField name="title" label={m.conferences_label_paper_title()} required maxLength={100} />
      <TextArea name="words" label={m.conferences_label_paper()} hint={lead} rows={6} maxLength={20_000} />
    </>
  );
}

function ChangePaper({ paper, item }: { paper: Paper; item: string }) {
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const { id, version, title, words } = paper;
  const begun: object = { [begunField]: String(version) };
  return (
    <Form
      op={correctPaper}
      also={{ id, version }}
      initial={{ title, words, ...begun }}
      refused={() => void revalidate()}
      submit={m.conferences_correct_submit()}
      done={() =>
        navigate(`/conference-items/${item}`, { replace: true, ...saying(m.conferences_corrected_done()) })
      }
      beside={
        <CommandButton op={takePaperBack} input={{ id }} look="text">
          {m.conferences_take_paper_summary()}
        </CommandButton>
      }
    >
      {(typed) => (
        <>
          <Meanwhile
            version={String(version)}
            rows={[
              { term: m.conferences_label_paper_title(), values: [title, textOf(typed.title)] },
              { term: m.conferences_label_paper(), values: [words, textOf(typed.words)] },
            ]}
          />
          <PaperFields lead={m.conferences_hint_paper()} />
        </>
      )}
    </Form>
  );
}

function textOf(typed: unknown): string {
  return typeof typed === 'string' ? typed : '';
}
