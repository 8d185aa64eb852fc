import { useLoaderData, useNavigate } from 'react-router';
import { listCodes } from '#domains/codes/api.ts';
import * as m from '#messages';
import type { InputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { listBoards, readBoard, writeHelpingGroup } from '../api.ts';
import { stages, stageWords } from '../model.ts';
import { GroupFields } from './shown/GroupFields.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const { board } = queryOf(args);
  const [{ boards }, { entries }, here] = await Promise.all([
    call(listBoards, {}, options),
    call(listCodes, { list: 'helping_work' }, options),
    board ? call(readBoard, { id: board }, options) : null,
  ]);
  return { boards: boards.filter(({ kept }) => kept), entries, here };
}

/** A group is written down, at the stage at which it is; from a table's page it grows out of one of its promises. */
export function Component() {
  const { boards, entries, here } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const navigate = useNavigate();
  const only = here ?? (boards.length === 1 ? boards[0] : undefined);
  const promises = here ? [...here.promises, ...here.closed] : [];
  const initial: Partial<InputOf<typeof writeHelpingGroup>> = {
    stage: 'seed',
    stage_since: today,
    charge: 'free',
    shown: 'board',
    ...(only ? { district_id: only.district_id } : {}),
  };
  return (
    <>
      <PageHeader
        title={m.boards_group_write_summary()}
        lead={m.boards_group_write_lead()}
        trail={[{ label: m.boards_groups_title(), to: '/helping-groups' }]}
      />
      <Form
        op={writeHelpingGroup}
        keeps
        mints="id"
        initial={initial}
        submit={m.boards_submit()}
        beside={
          <ButtonLink look="text" to={here ? `/boards/${here.id}` : '/helping-groups'}>
            {m.boards_leave()}
          </ButtonLink>
        }
        done={({ id }) => navigate(`/helping-groups/${id}`, saying(m.boards_group_done()))}
      >
        <SelectField
          name="district_id"
          label={m.boards_label_district()}
          required
          choices={boards.map((one) => ({ value: one.district_id, label: one.district_name }))}
        />
        {promises.length > 0 && (
          <SelectField
            name="promise_id"
            label={m.boards_label_group_promise()}
            emptyLabel={m.boards_no_promise()}
            width="full"
            choices={promises.map(({ id, what }) => ({ value: id, label: what.split('\n')[0] ?? '' }))}
          />
        )}
        <SelectField
          name="stage"
          label={m.boards_label_stage()}
          required
          choices={stages.map((value) => ({ value, label: stageWords[value]() }))}
        />
        <DateField name="stage_since" label={m.boards_label_stage_since()} required max={today} />
        <GroupFields entries={entries} />
      </Form>
    </>
  );
}
