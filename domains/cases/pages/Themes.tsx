import { useLoaderData, useRevalidator } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { listThemes, releaseTheme, rewordTheme, type Theme } from '../gap-api.ts';
import { Folded } from './shown/Folded.tsx';
import { begunField, Meanwhile } from './shown/Meanwhile.tsx';

export function loader(args: PageArgs) {
  return call(listThemes, queryOf(args) as InputOf<typeof listThemes>, { signal: args.request.signal });
}

const states: Record<Theme['state'], () => string> = {
  proposed: m.cases_theme_proposed_state,
  reworded: m.cases_theme_reworded_state,
  released: m.cases_theme_released_state,
};

/** 地域の課題: what came out of the gaps, in words in which nobody is recognized. */
export function Component() {
  const { themes, next } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.cases_themes_title()} lead={m.cases_themes_lead()} />
      {themes.length === 0 ? (
        <EmptyState says={m.cases_themes_empty()} />
      ) : (
        <ul className="grid gap-4">
          {themes.map((one) => (
            <li key={one.id} className="grid gap-2 rounded-8 border border-solid-gray-300 p-4">
              <p className="flex flex-wrap items-center gap-3">
                <span className="text-std-18B-160">{one.title ?? m.cases_theme_untitled()}</span>
                <Badge tone={one.state === 'released' ? 'green' : 'yellow'}>{states[one.state]()}</Badge>
              </p>
              {one.reworded && <p className="whitespace-pre-wrap">{one.reworded}</p>}
              {one.words && <p className="whitespace-pre-wrap">{m.cases_theme_from({ words: one.words })}</p>}
              {one.gaps !== null && <p>{m.cases_theme_gaps({ n: one.gaps })}</p>}
              <p>
                {one.released_on
                  ? m.cases_theme_released_on({ day: formatDay(one.released_on) })
                  : m.cases_theme_proposed_on({ day: formatDay(one.proposed_on) })}
              </p>
              <Acts one={one} />
            </li>
          ))}
        </ul>
      )}
      <Pagination next={next} />
    </>
  );
}

function Acts({ one }: { one: Theme }) {
  const { current } = useMe();
  const { revalidate } = useRevalidator();
  const { id, version, state } = one;
  if (current?.role === 'community_coordinator' && state !== 'released')
    return (
      <Folded summary={m.cases_theme_reword_summary()}>
        <Form
          key={version}
          op={rewordTheme}
          keeps
          also={{ id, version }}
          which={id}
          initial={
            { title: one.title ?? '', reworded: one.reworded ?? '', [begunField]: String(version) } as object
          }
          submit={m.cases_theme_reword_submit()}
          refused={() => void revalidate()}
          doneSays={m.cases_theme_reworded()}
        >
          {(typed) => (
            <>
              <Meanwhile
                version={String(version)}
                rows={[
                  { term: m.cases_label_theme_title(), values: [one.title, String(typed.title ?? '')] },
                  { term: m.cases_label_reworded(), values: [one.reworded, String(typed.reworded ?? '')] },
                ]}
              />
              <TextField
                name="title"
                label={m.cases_label_theme_title()}
                required
                width="full"
                maxLength={60}
              />
              <TextArea
                name="reworded"
                label={m.cases_label_reworded()}
                hint={m.cases_reworded_hint()}
                required
                rows={3}
                maxLength={1000}
              />
            </>
          )}
        </Form>
      </Folded>
    );
  if (current?.role === 'case_coordinator' && one.gaps !== null && state !== 'released')
    return (
      <CommandButton
        op={releaseTheme}
        input={{ id, version }}
        disabledReason={state === 'proposed' ? m.cases_refused_theme_unworded() : undefined}
      >
        {m.cases_theme_release_submit()}
      </CommandButton>
    );
  return null;
}
