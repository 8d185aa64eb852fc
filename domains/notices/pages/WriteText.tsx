import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { languages, tagOf } from '#ui/public/languages.ts';
import { saying } from '#ui/saying.ts';
import { readNotice, readNoticeWords, writeNoticeText } from '../api.ts';
import { languageWords, longestText, longestTitle } from '../model.ts';
import { HardPlaces } from './shown/HardPlaces.tsx';

export async function loader(args: PageArgs) {
  const { signal } = args.request;
  const [notice, words] = await Promise.all([
    call(readNotice, { id: partOf(args, 'id') }, { signal }),
    call(readNoticeWords, {}, { signal }),
  ]);
  return { notice, words, language: languages.find((one) => one === partOf(args, 'language')) ?? 'ja' };
}

/** What a notice says in one language. The easy version begins with the Japanese one; the others are typed by whoever knows the language. */
export function Component() {
  const { notice, words, language } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const source = notice.texts.find((one) => one.language === 'ja');
  const there = notice.texts.find((one) => one.language === language);
  const begin = there ?? (language === 'ja-easy' ? source : undefined);
  const japanese = tagOf(language) === 'ja';
  return (
    <>
      <PageHeader
        title={m.notices_text_in({ language: languageWords[language]() })}
        lead={language === 'ja-easy' ? m.notices_text_easy_lead() : undefined}
        trail={[
          { label: m.notices_title(), to: '/notice-desk' },
          { label: source?.title ?? '', to: `/notice-desk/${notice.id}` },
        ]}
      />
      {language !== 'ja' && source && (
        <details className="mb-6">
          <summary className="min-h-11 cursor-pointer py-2">{m.notices_text_source()}</summary>
          <p className="whitespace-pre-wrap">{source.words}</p>
        </details>
      )}
      <Form
        key={language}
        op={writeNoticeText}
        keeps
        also={{ notice_id: notice.id, language, version: there?.version ?? 0 }}
        initial={{ title: begin?.title, words: begin?.words }}
        submit={m.notices_save()}
        beside={
          <ButtonLink look="text" to={`/notice-desk/${notice.id}`}>
            {m.notices_leave()}
          </ButtonLink>
        }
        done={() => navigate(`/notice-desk/${notice.id}`, saying(m.notices_saved()))}
      >
        {(typed) => (
          <>
            <TextField name="title" label={m.notices_label_title()} required maxLength={longestTitle} />
            <TextArea
              name="words"
              label={m.notices_label_words()}
              hint={language === 'ja-easy' ? m.notices_hint_marks() : undefined}
              required
              rows={12}
              maxLength={longestText}
            />
            {japanese && (
              <HardPlaces
                title={String(typed.title ?? '')}
                words={String(typed.words ?? '')}
                rule={words.rule}
                hard={words.hard}
              />
            )}
          </>
        )}
      </Form>
    </>
  );
}
