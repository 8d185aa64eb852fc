import { useRevalidator } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Form } from '#ui/Form/Form.tsx';
import type { Typed } from '#ui/Form/read-typed.ts';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { decideRenewal, type PrintedPerson, type RenewedPost } from '../../api.ts';
import type { Role } from '../../model.ts';
import { type RenewalState, renewalStates, renewalStateWords } from '../../renewal-model.ts';

interface RenewalFormProps {
  role: Role;
  ends_on: string;
  posts: readonly RenewedPost[];
  /** The codes of who was invited, shown this once. */
  done: (codes: readonly PrintedPerson[]) => void;
}

/** 民生委員 are appointed for three years (民生委員法10条); groups choose theirs for two. */
const yearsOf = (role: Role): number => (role === 'commissioner' ? 3 : 2);

/** Who is undecided: all re-appointed in one act, or one by one. */
export function RenewalForm({ role, ends_on, posts, done }: RenewalFormProps) {
  const revalidator = useRevalidator();
  const next_ends_on = `${Number(ends_on.slice(0, 4)) + yearsOf(role)}${ends_on.slice(4)}`;
  const common = { op: decideRenewal, also: { role, ends_on }, initial: { next_ends_on } };
  async function finish({ secret_codes }: OutputOf<typeof decideRenewal>) {
    done(secret_codes ?? []);
    await revalidator.revalidate();
  }
  return (
    <div className="grid gap-10 print:hidden">
      <section aria-label={m.posts_renewal_all_title()} className="grid gap-3">
        <h3 className="text-std-18B-160">{m.posts_renewal_all_title()}</h3>
        <Form
          {...common}
          reshape={(typed) => ({
            next_ends_on: String(typed.next_ends_on ?? ''),
            decisions: posts.map(({ id }) => ({ post_id: id, decision: 'reappointed' as const })),
          })}
          submit={m.posts_renewal_all_submit({ n: posts.length })}
          doneSays={m.posts_renewal_done()}
          done={finish}
        >
          <DateField name="next_ends_on" label={m.posts_renewal_next_ends_on()} required />
        </Form>
      </section>
      <section aria-label={m.posts_renewal_single_title()} className="grid gap-3">
        <h3 className="text-std-18B-160">{m.posts_renewal_single_title()}</h3>
        <Form
          {...common}
          reshape={(typed) => ({
            next_ends_on: String(typed.next_ends_on ?? ''),
            decisions: posts.map(({ id }, n) => readDecision(typed, id, n)),
          })}
          submit={m.posts_renewal_submit()}
          doneSays={m.posts_renewal_done()}
          done={finish}
        >
          {(typed) => (
            <>
              <DateField name="next_ends_on" label={m.posts_renewal_next_ends_on()} required />
              {posts.map((post, n) => (
                <Decision
                  key={post.id}
                  post={post}
                  n={n}
                  state={typed[`decisions.${n}.decision`]}
                  ends_on={ends_on}
                />
              ))}
            </>
          )}
        </Form>
      </section>
    </div>
  );
}

function readDecision(typed: Typed, post_id: string, n: number) {
  const said = (field: string) => String(typed[`decisions.${n}.${field}`] ?? '');
  const decision = (said('decision') || 'undecided') as RenewalState;
  if (decision !== 'succeeded') return { post_id, decision };
  const successor = {
    sign_in_name: said('successor.sign_in_name'),
    name: said('successor.name'),
    kana: said('successor.kana'),
  };
  return { post_id, decision, successor };
}

interface DecisionProps {
  post: RenewedPost;
  n: number;
  state: unknown;
  ends_on: string;
}

/** One post: how it is decided, and who follows. */
function Decision({ post, n, state, ends_on }: DecisionProps) {
  const name = (field: string) => `decisions.${n}.${field}`;
  const place = post.district?.name ?? m.posts_whole_town();
  return (
    <div className="grid gap-4 rounded-8 border border-solid-gray-300 p-4">
      <RadioGroup
        name={name('decision')}
        label={m.posts_renewal_of({ name: post.account.name, place, terms: post.terms })}
        choices={renewalStates.map((value) => ({ value, label: renewalStateWords[value]() }))}
        initial="undecided"
        inline
      />
      {state === 'succeeded' && (
        <>
          <TextField
            name={name('successor.sign_in_name')}
            label={m.posts_renewal_successor_sign_in_name({ name: post.account.name })}
            hint={m.posts_renewal_successor_hint()}
            required
          />
          <TextField name={name('successor.name')} label={m.posts_renewal_successor_name()} />
          <TextField name={name('successor.kana')} label={m.posts_renewal_successor_kana()} />
        </>
      )}
      {state === 'vacant' && <p>{m.posts_renewal_vacant_hint({ day: formatDay(ends_on) })}</p>}
    </div>
  );
}
