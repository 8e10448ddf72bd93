/** How a particle begins after a consonant and after a vowel. */
const forms: Readonly<Record<string, readonly [string, string]>> = {
  '은(는)': ['은', '는'],
  '이(가)': ['이', '가'],
  '을(를)': ['을', '를'],
  '와(과)': ['과', '와'],
  '과(와)': ['과', '와'],
  '(으)로': ['으로', '로'],
};

/** What signs and currencies are read as; a word in Latin letters may be read either way, and keeps both forms. */
const readings: Readonly<Record<string, string>> = {
  0: '영', 1: '일', 2: '이', 3: '삼', 4: '사', 5: '오', 6: '육', 7: '칠', 8: '팔', 9: '구',
  '%': '퍼센트', USD: '달러', EUR: '유로', KRW: '원', JPY: '엔', GBP: '파운드',
};

/** Place of the closing consonant of a syllable in Unicode's order of Hangul, 0 for none. */
const finalOf = (syllable: string): number => (syllable.charCodeAt(0) - 0xac00) % 28;
const rieul = 8;

/**
 * Particles written for either case, such as `이(가)`, as the sound before them asks: the closing consonant of the last
 * syllable decides (Standard Korean, particles 은/는, 이/가, 을/를, 와/과, 으로/로; ㄹ takes 로).
 */
export const withParticles = (text: string): string =>
  text.replace(/(%|\b[A-Z]{3}|[가-힣\d])(["')\]]*)(은\(는\)|이\(가\)|을\(를\)|와\(과\)|과\(와\)|\(으\)로)/g, (whole, word: string, closing: string, both: string) => {
    const sound = /[가-힣]/.test(word) ? word : readings[word];
    const [afterConsonant, afterVowel] = forms[both] ?? [both, both];
    if (sound === undefined) return whole;
    const final = finalOf(sound.slice(-1));
    const isOpen = final === 0 || (both === '(으)로' && final === rieul);
    return word + closing + (isOpen ? afterVowel : afterConsonant);
  });
