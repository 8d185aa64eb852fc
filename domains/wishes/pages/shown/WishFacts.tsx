import { Link } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { type Description, DescriptionList } from '#ui/DescriptionList.tsx';
import {
  limitWords,
  partWords,
  reachWords,
  type ShownWish,
  stepWords,
  wayWords,
  writeWeekdays,
} from '../../model.ts';
import { labelOfTag } from '../../words/list-tags.ts';

/** When, where and within which limits, in one line; nothing said is not said. */
export function writeTerms(
  said: Pick<ShownWish, 'days' | 'parts' | 'limits' | 'reach' | 'district_name' | 'step'>,
): string {
  const { days, parts, limits, reach, district_name, step } = said;
  return [
    district_name,
    reachWords[reach](),
    writeWeekdays(days),
    parts.map((part) => partWords[part]()).join(m.wishes_between()),
    step === 'go_on' ? '' : stepWords[step](),
    ...limits.map((limit) => limitWords[limit]()),
  ]
    .filter((word) => word)
    .join(m.wishes_apart());
}

export function WishFacts({ wish }: { wish: ShownWish }) {
  const items: Description[] = [
    {
      term: m.wishes_label_participant(),
      value: <Link to={`/participants/${wish.participant_id}`}>{wish.participant_name}</Link>,
    },
    { term: m.wishes_label_tags(), value: wish.tags.map(labelOfTag).join(m.wishes_and()) },
    { term: m.wishes_label_terms(), value: writeTerms(wish) },
    {
      term: m.wishes_label_times(),
      value: m.wishes_times_line({ times: wish.times, done: wish.came_true, on: wish.going_on }),
    },
    { term: m.wishes_label_until(), value: wish.until && formatDay(wish.until) },
    { term: m.wishes_label_way(), value: wayWords[wish.way]() },
    { term: m.wishes_label_entered(), value: formatDay(wish.entered_on) },
  ];
  return <DescriptionList items={items} />;
}
