import { describe, expect, it } from 'vitest';
import { detectLanguage } from './detect-language.ts';

describe('the language of a message', () => {
  it.each([
    ['en', 'Dear Mum, I am well and the food is not so bad. I love you.'],
    ['cy', 'Annwyl Mam, dwi’n iawn ac mae’r bwyd yn dda. Rydw i wedi dechrau ar gwrs, diolch i ti am y llythyr.'],
    ['pl', 'Kochana Mamo, u mnie wszystko dobrze, a jedzenie nie jest takie złe. Bardzo za tobą tęsknię.'],
    ['ar', 'أمي الحبيبة، أنا بخير والطعام لا بأس به، وأشتاق إليك كل يوم.'],
    ['ro', 'Dragă mamă, eu sunt bine și mâncarea nu este așa de rea. Mi-e dor de tine.'],
    ['ur', 'پیاری امی، میں ٹھیک ہوں اور کھانا بھی برا نہیں ہے۔'],
    ['ur', 'Ammi main theek hun, khana bhi acha hai aur aap ki bohat yaad aati hai.'],
    ['es', 'Querida mamá: estoy bien y la comida no es tan mala. Te quiero mucho.'],
    ['sq', 'E dashur nënë, unë jam mirë dhe ushqimi nuk është i keq. Më ka marrë malli për ty.'],
  ])('is told: %s', (language, body) => {
    expect(detectLanguage(body)).toBe(language);
  });

  it.each(['ok', '', '👍👍👍', 'Привет, мама, у меня всё хорошо и еда нормальная', '你好，妈妈，我很好', 'the and mae yn to is ar gyda'])('is left open where it cannot be told: %j', (body) => {
    expect(detectLanguage(body)).toBeNull();
  });
});
