import * as m from '#messages';

/** 注意: what a visitor should know at the door, from a closed list. Never why a household is watched over. */
export const cautions = ['dog', 'hearing', 'back_door', 'phone_first', 'in_pairs'] as const;
export type Caution = (typeof cautions)[number];
export const cautionWords: Record<Caution, () => string> = {
  dog: m.parties_caution_dog,
  hearing: m.parties_caution_hearing,
  back_door: m.parties_caution_back_door,
  phone_first: m.parties_caution_phone_first,
  in_pairs: m.parties_caution_in_pairs,
};
