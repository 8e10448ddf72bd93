import { describe, expect, it } from '@jest/globals';
import { withParticles } from './korean-particles.ts';

/** Expected forms by the rules of Standard Korean, read aloud: 삼은, 사는, 칠로, 퍼센트가, 달러를. */
describe('particles of Korean', () => {
  it.each([
    ['노드은(는)', '노드는'],
    ['달은(는)', '달은'],
    ['12.00 USD이(가) 듭니다', '12.00 USD가 듭니다'],
    ['1,000 KRW을(를)', '1,000 KRW을'],
    ['3은(는) 4은(는)', '3은 4는'],
    ['7(으)로, 6(으)로, 9(으)로', '7로, 6으로, 9로'],
    ['서울(으)로, 부산(으)로', '서울로, 부산으로'],
    ['0.7 %이(가)', '0.7 %가'],
    ['"값"와(과) (표)과(와)', '"값"과 (표)와'],
    ['shop은(는)', 'shop은(는)'],
    ['XYZ이(가)', 'XYZ이(가)'],
    ['시간(초)을(를)', '시간(초)를'],
  ])('%s is %s', (written, said) => {
    expect(withParticles(written)).toBe(said);
  });
});
