import type { listBodies } from '#domains/parties/api.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import {
  endHost,
  entrustNames,
  type listHostPosts,
  nameHost,
  type readPlace,
  takeNamesBack,
} from '../../api.ts';

type Place = OutputOf<typeof readPlace>;

interface HostsProps {
  place: Place;
  posts: OutputOf<typeof listHostPosts>['posts'];
  bodies: OutputOf<typeof listBodies>['bodies'];
}

/** 世話人, and to whom the list of names is entrusted: coordinators name hosts, hosts entrust. */
export function Hosts({ place, posts, bodies }: HostsProps) {
  const coordinates = useMe().current?.role === 'community_coordinator';
  return (
    <>
      <Section heading={m.places_hosts()}>
        {place.hosts.length === 0 ? (
          <p>{m.places_hosts_none()}</p>
        ) : (
          <ul className="grid gap-3">
            {place.hosts.map(({ id, name, body_name }) => (
              <li key={id} className="flex flex-wrap items-center gap-4">
                {m.places_host_line({ name, body: body_name })}
                {coordinates && (
                  <CommandButton op={endHost} input={{ id }}>
                    {m.places_host_end()}
                  </CommandButton>
                )}
              </li>
            ))}
          </ul>
        )}
        {coordinates && <NameHost place={place} posts={posts} />}
      </Section>
      <Section heading={m.places_entrusted()}>
        {place.entrusted.length === 0 ? (
          <p>{m.places_entrusted_none()}</p>
        ) : (
          <ul className="grid gap-3">
            {place.entrusted.map(({ id, body_name, words, starts_on }) => (
              <li key={id} className="flex flex-wrap items-center gap-4">
                {m.places_entrusted_line({ body: body_name, day: formatDay(starts_on), words })}
                {!coordinates && (
                  <CommandButton op={takeNamesBack} input={{ id }}>
                    {m.places_entrust_end()}
                  </CommandButton>
                )}
              </li>
            ))}
          </ul>
        )}
        {!coordinates && <Entrust place={place} bodies={bodies} />}
      </Section>
    </>
  );
}

function NameHost({ place, posts }: Omit<HostsProps, 'bodies'>) {
  const choices = posts
    .filter(({ district_id }) => place.district_id === null || district_id === place.district_id)
    .map(({ id, name, body_name }) => ({ value: id, label: m.places_host_line({ name, body: body_name }) }));
  if (choices.length === 0) return <p>{m.places_host_posts_none()}</p>;
  return (
    <Form
      op={nameHost}
      mints="id"
      also={{ place_id: place.id }}
      submit={m.places_host_name()}
      doneSays={m.places_host_named()}
    >
      <SelectField name="post_id" label={m.places_label_host()} required choices={choices} />
    </Form>
  );
}

function Entrust({ place, bodies }: Omit<HostsProps, 'posts'>) {
  const choices = bodies
    .filter(({ kind }) => kind === 'council' || kind === 'city_section')
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <details className="rounded-8 border border-solid-gray-300 p-4 print:hidden">
      <summary className="cursor-pointer py-2 text-std-16B-170">{m.places_entrust()}</summary>
      <div className="mt-4">
        <Form
          op={entrustNames}
          mints="id"
          also={{ place_id: place.id }}
          submit={m.places_entrust_summary()}
          doneSays={m.places_entrusted_done()}
        >
          <SelectField name="body_id" label={m.places_label_entrust_body()} required choices={choices} />
          <TextField
            name="words"
            label={m.places_label_entrust_words()}
            required
            width="full"
            maxLength={200}
          />
        </Form>
      </div>
    </details>
  );
}
