import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink, DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { languages, tagOf } from '#ui/public/languages.ts';
import { Section } from '#ui/Section.tsx';
import { printNotice, type ReadNotice, readNotice } from '../api.ts';
import { languageWords, noticeStateWords, themeWords } from '../model.ts';
import { MarkedText } from './shown/MarkedText.tsx';
import { Publishing } from './shown/Publishing.tsx';
import { stateTones } from './shown/state-tones.ts';

export function loader(args: PageArgs) {
  return call(readNotice, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** One notice: what it says in each language, for whom, how it stands, and what became of sending it. */
export function Component() {
  const notice = useLoaderData<typeof loader>();
  const title = notice.texts.find(({ language }) => language === 'ja')?.title ?? '';
  return (
    <>
      <PageHeader title={title} trail={[{ label: m.notices_title(), to: '/notice-desk' }]} />
      <p className="mb-4">
        <Badge tone={stateTones[notice.state]}>{noticeStateWords[notice.state]()}</Badge>
      </p>
      {notice.state === 'changed' && <Notice tone="warning">{m.notices_changed_says()}</Notice>}
      <Section heading={m.notices_audience()}>
        <DescriptionList
          items={[
            {
              term: m.notices_label_themes(),
              value: notice.themes.map((one) => themeWords[one]()).join(m.notices_between()),
            },
            {
              term: m.notices_label_districts(),
              value: notice.district_names.join(m.notices_between()) || m.notices_whole_town(),
            },
            { term: m.notices_label_shown_from(), value: formatDay(notice.shown_from) },
            {
              term: m.notices_label_shown_until(),
              value: notice.shown_until ? formatDay(notice.shown_until) : m.notices_no_end(),
            },
          ]}
        />
        <div>
          <ButtonLink to={`/notice-desk/${notice.id}/audience`}>{m.notices_audience_change()}</ButtonLink>
        </div>
      </Section>
      {languages.map((language) => (
        <Text key={language} notice={notice} language={language} />
      ))}
      <Publishing notice={notice} />
      <Before notice={notice} />
    </>
  );
}

function Text({ notice, language }: { notice: ReadNotice; language: (typeof languages)[number] }) {
  const text = notice.texts.find((one) => one.language === language);
  const name = languageWords[language]();
  return (
    <Section heading={name}>
      {text ? (
        <div lang={tagOf(language)} className="mb-4 grid gap-2">
          <div className="text-std-18B-160">
            <MarkedText text={text.title} />
          </div>
          <MarkedText text={text.words} />
        </div>
      ) : (
        <p className="mb-4">{m.notices_text_none()}</p>
      )}
      <div className="flex flex-wrap gap-3">
        <ButtonLink to={`/notice-desk/${notice.id}/write/${language}`}>
          {text ? m.notices_text_mend({ language: name }) : m.notices_text_write({ language: name })}
        </ButtonLink>
        {text && language === 'ja-easy' && (
          <ButtonLink to={`/notice-desk/${notice.id}/readings`}>{m.notices_readings_title()}</ButtonLink>
        )}
        {text && (
          <DownloadLink href={hrefOf(printNotice, { id: notice.id, language })}>
            {m.notices_leaflet({ language: name })}
          </DownloadLink>
        )}
      </div>
    </Section>
  );
}

function Before({ notice: { before } }: { notice: ReadNotice }) {
  if (before.length === 0) return null;
  return (
    <Section heading={m.notices_before()}>
      <ul className="grid gap-2">
        {before.map((one) => (
          <li key={`${one.language} ${one.version}`}>
            <details>
              <summary className="min-h-11 cursor-pointer py-2">
                {m.notices_before_line({
                  language: languageWords[one.language](),
                  n: one.version,
                  day: formatDay(one.written_at.slice(0, 10)),
                })}
              </summary>
              <div lang={tagOf(one.language)}>
                <MarkedText text={one.title} />
                <MarkedText text={one.words} />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}
