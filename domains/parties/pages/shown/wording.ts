import * as m from '#messages';
import { type Caution, cautionWords } from '../../model.ts';

/** 犬がいる、先に電話 */
export function writeCautions(cautions: readonly Caution[]): string {
  return cautions.map((caution) => cautionWords[caution]()).join(m.parties_join());
}
