import * as m from '#messages';

/** How far somebody lets a story go. Each holds what stands before it. */
export const storyLayers = ['sides', 'bodies', 'report', 'public'] as const;
export type StoryLayer = (typeof storyLayers)[number];
export const storyLayerWords: Record<StoryLayer, () => string> = {
  sides: m.wishes_story_layer_sides,
  bodies: m.wishes_story_layer_bodies,
  report: m.wishes_story_layer_report,
  public: m.wishes_story_layer_public,
};

/** 0: nowhere; 4: to anybody. */
export function rankOf(layer: StoryLayer | 'none' | null): number {
  return layer === null || layer === 'none' ? 0 : storyLayers.indexOf(layer) + 1;
}

/** The layer a story stands in, by its rank; null: nowhere. */
export function layerOf(rank: number): StoryLayer | null {
  return storyLayers[rank - 1] ?? null;
}

/** How the person came to know the words before answering. */
export const heardHows = ['read', 'read_aloud', 'phone', 'supporter'] as const;
export const heardHowWords: Record<(typeof heardHows)[number], () => string> = {
  read: m.wishes_story_heard_read,
  read_aloud: m.wishes_story_heard_read_aloud,
  phone: m.wishes_story_heard_phone,
  supporter: m.wishes_story_heard_supporter,
};

const signs = '①②③④⑤⑥⑦⑧⑨';

/** The sign that stands in the words for whoever has this place, from 1. */
export function signOf(place: number): string {
  return signs[place - 1] ?? '';
}

/** The words as they are read: each sign becomes what that person is called. */
export function tellStory(words: string, callings: readonly string[]): string {
  return words.replace(/[①-⑨]/gu, (sign) => callings[signs.indexOf(sign)] || sign);
}

/** Signs in the words that stand for nobody in the story. */
export function straySigns(words: string, people: number): string[] {
  return [...words].filter((sign) => signs.indexOf(sign) >= people);
}
