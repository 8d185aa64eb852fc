/** Tags of a town's everyday wishes: what they are called, the words that lead to them, and what answers them. */
const taxonomy: Readonly<Record<string, { words: readonly string[]; answered?: readonly string[] }>> = {
  話し相手: { words: ['話し相手', '話を聞', 'おしゃべり', '傾聴'] },
  買い物: { words: ['買い物', '買物', '買いもの'], answered: ['送迎'] },
  ごみ出し: { words: ['ごみ出し', 'ゴミ出し', 'ごみを出'] },
  修理: { words: ['修理', '電球', '直して', '大工'] },
  料理: { words: ['料理', 'ごはん', '食事'] },
  農作業: { words: ['畑', '農', '柿', '庭'], answered: ['草取り'] },
  'パソコン・スマホ': { words: ['パソコン', 'スマホ', '動画', 'インターネット'] },
  居場所: { words: ['居場所', '集まり', '場所を貸'] },
  草取り: { words: ['草取り', '草むしり', '草刈', '庭の手入れ'] },
};

export function isTag(tag: string): boolean {
  return tag in taxonomy;
}

/** Whether somebody with `offered` can answer a wish tagged `wished`, beyond the same tag. */
export function answersTag(offered: string, wished: string): boolean {
  return taxonomy[wished]?.answered?.includes(offered) ?? false;
}

/** The tags that stand on the other side of these. */
export function listAnswering(tags: readonly string[]): string[] {
  return [...new Set(tags.flatMap((tag) => [tag, ...(taxonomy[tag]?.answered ?? [])]))];
}

export function listTags(): string[] {
  return Object.keys(taxonomy);
}

/** Tags that words speak of, in the order of the taxonomy. */
export function suggestTags(words: string): string[] {
  const form = words.normalize('NFKC');
  return Object.entries(taxonomy)
    .filter(([, entry]) => entry.words.some((word) => form.includes(word)))
    .map(([tag]) => tag);
}
