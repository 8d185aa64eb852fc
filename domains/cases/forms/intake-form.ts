import { type CodeList, codeListWords, labelOf } from '#domains/codes/model.ts';
import { type Answers, type Item, isInForce } from '#domains/items/model.ts';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { boxOf, type Form, type FormBox, type FormPart, ticksOf } from '#platform/typesetting/form.ts';
import { sexes, sexWords } from '../client-model.ts';
import type { readIntake } from '../intake-api.ts';
import { consentStates, consentStateWords, type matters } from '../intake-model.ts';
import { choiceOf, dayOrNone, type FormFrame, frameForm, tick, ticksOfList } from './frame.ts';
import { rowsOfItems } from './item-boxes.ts';

export interface PrintedIntake {
  readonly intake: OutputOf<typeof readIntake>;
  /** Who took it in, as far as that is known to whoever prints. */
  readonly receiver: string | null;
  readonly district: string | null;
}

interface Asked {
  readonly items: readonly Item[];
  /** The version with the person's consent has a place for the signature; the one without says on what it stands. */
  readonly consented: boolean;
}

/** 相談受付・申込票, filled in or, without a record, blank. */
export function intakeForm(
  printed: PrintedIntake | null,
  frame: FormFrame,
  { items, consented }: Asked,
): Form {
  const intake = printed?.intake ?? null;
  const day = intake?.received_on ?? frame.printedOn;
  return frameForm(frame, {
    title: consented ? m.cases_form_intake_consented() : m.cases_form_intake_unconsented(),
    corner: [m.cases_form_received({ day: dayOrNone(intake?.received_on) ?? m.cases_form_day_blank() })],
    parts: [
      personOf(printed),
      callerOf(intake),
      wordsOf(intake, frame, day),
      livingOf(intake, frame, day),
      howOf(printed, frame, day),
      ...ownOf(items, intake?.answers ?? {}, day),
      consented ? agreementOf(intake) : withoutConsent(intake),
    ],
    notes: [consented ? m.cases_form_intake_note() : m.cases_form_intake_note_unconsented()],
  });
}

type Intake = PrintedIntake['intake'] | null;

function personOf(printed: PrintedIntake | null): FormPart {
  const { identity = null, contact = null } = printed?.intake ?? {};
  return {
    kind: 'boxes',
    heading: m.cases_form_person(),
    rows: [
      [
        boxOf(m.cases_label_kana(), 5, identity?.kana ?? null),
        boxOf(
          m.cases_form_name(),
          7,
          printed && !identity ? m.cases_form_name_not_given() : (identity?.name ?? identity?.called ?? null),
        ),
      ],
      [
        boxOf(m.cases_label_born_on(), 5, dayOrNone(identity?.born_on) ?? identity?.born_about ?? null),
        choiceOf(
          m.cases_label_sex(),
          7,
          sexes.map((sex) => [sex, sexWords[sex]()]),
          identity?.sex ?? null,
        ),
      ],
      [
        boxOf(m.cases_label_address(), 9, contact?.address ?? null),
        boxOf(m.cases_label_district(), 3, printed?.district ?? null),
      ],
      [
        boxOf(m.cases_label_phone(), 4, contact?.phone ?? null),
        boxOf(m.cases_label_mobile(), 4, contact?.mobile ?? null),
        boxOf(m.cases_label_email(), 4, contact?.email ?? null),
      ],
      [boxOf(m.cases_label_reaching(), 12, contact?.reaching ?? null)],
    ],
  };
}

function callerOf(intake: Intake): FormPart {
  return {
    kind: 'boxes',
    heading: m.cases_form_caller(),
    rows: [
      [
        boxOf(m.cases_form_caller_name(), 4, intake?.caller_name ?? null),
        boxOf(m.cases_form_caller_relation(), 4, intake?.caller_relation ?? null),
        boxOf(m.cases_form_caller_phone(), 4, intake?.caller_phone ?? null),
      ],
    ],
  };
}

/** ○ for what applies, ◎ for what hurts most; on a blank form none is marked. */
function worryTicks(intake: Intake, frame: FormFrame, day: string) {
  const { worries = [], worst = [] } = intake ?? {};
  const worstLabels = worst.map((code) => labelOf(frame.codes, 'worry', code, day));
  return ticksOfList(frame, 'worry', day, worries).map(({ label, mark }) => ({
    label,
    mark: worstLabels.includes(label)
      ? m.cases_form_worst()
      : mark === m.cases_form_ticked()
        ? m.cases_form_applies()
        : mark,
  }));
}

function wordsOf(intake: Intake, frame: FormFrame, day: string): FormPart {
  return {
    kind: 'boxes',
    heading: m.cases_form_words(),
    rows: [
      [ticksOf(m.cases_form_worries(), worryTicks(intake, frame, day))],
      [boxOf(m.cases_label_trouble(), 12, intake?.trouble ?? null, 26)],
      [boxOf(m.cases_label_wish(), 12, intake?.wish ?? null, 18)],
    ],
  };
}

function livingOf(intake: Intake, frame: FormFrame, day: string): FormPart {
  const of = (list: CodeList & (typeof matters)[number]): FormBox => ({
    ...ticksOf(codeListWords[list](), ticksOfList(frame, list, day, present(intake?.[list]))),
    span: 6,
  });
  return {
    kind: 'boxes',
    heading: m.cases_form_circumstances(),
    rows: [
      [of('work'), of('housing')],
      [of('insurance'), of('pension')],
    ],
  };
}

function present(code: string | null | undefined): string[] {
  return code ? [code] : [];
}

function howOf(printed: PrintedIntake | null, frame: FormFrame, day: string): FormPart {
  const intake = printed?.intake ?? null;
  return {
    kind: 'boxes',
    heading: m.cases_form_how(),
    rows: [
      [
        {
          ...ticksOf(
            m.cases_label_channel(),
            ticksOfList(frame, 'intake_channel', day, present(intake?.channel)),
          ),
          span: 7,
          room: 7,
        },
        boxOf(
          m.cases_label_route(),
          5,
          intake && intake.route !== 'unknown' ? labelOf(frame.codes, 'route', intake.route, day) : null,
        ),
      ],
      [
        boxOf(m.cases_label_heard_of(), 5, intake?.heard_of ?? null),
        boxOf(m.cases_form_entered_for(), 4, intake?.entered_for ?? null),
        boxOf(m.cases_form_receiver(), 3, printed?.receiver ?? null),
      ],
    ],
  };
}

function ownOf(items: readonly Item[], said: Answers, day: string): FormPart[] {
  const asked = items.filter((one) => isInForce(one, day) || said[one.id] !== undefined);
  const rows = rowsOfItems(asked, said, day);
  return rows.length === 0 ? [] : [{ kind: 'boxes', heading: m.items_own(), rows }];
}

/** A signature is written by hand on what is printed. */
function agreementOf(intake: Intake): FormPart {
  return {
    kind: 'boxes',
    heading: m.cases_form_agreement(),
    rows: [
      [boxOf(m.cases_form_agreement_text(), 12, m.cases_form_agreement_says())],
      [
        {
          ...boxOf(m.cases_label_consent(), 5, null),
          ticks: [tick(consentStateWords.given(), intake?.consent === 'given')],
        },
        boxOf(m.cases_form_agreed_on(), 3, null),
        boxOf(m.cases_form_signature(), 4, null, 10),
      ],
    ],
  };
}

function withoutConsent(intake: Intake): FormPart {
  return {
    kind: 'boxes',
    heading: m.cases_form_without_consent(),
    rows: [
      [
        choiceOf(
          m.cases_label_consent(),
          12,
          consentStates
            .filter((state) => state !== 'given')
            .map((state) => [state, consentStateWords[state]()]),
          intake?.consent ?? null,
        ),
      ],
      [boxOf(m.cases_form_towards_consent(), 12, null, 20)],
    ],
  };
}
