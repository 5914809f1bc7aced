import { foundAt, spanOf, type Found } from './found.ts';
import type { View } from './views/view.ts';

/** A sum with its currency, folded, in digits. */
const AMOUNT =
  /[£€$]\s?\d(?:[\d,.]{0,14}\d)?|(?<![\p{L}\p{N}])\d[\d,.]{0,15}\s?(?:pounds?|quid|euros?|dollars?|punt|bunt|bunnoedd|bitcoin|btc|zl|zlotych|lei|leke|lek|dinar\p{L}{0,3}|rupees?|rupay|دينار\p{L}{0,3}|درهم|ريال|جنيه|روپي\p{L}{0,2})(?![\p{L}\p{N}])/gu;

/** Asking for it or handing it on, shortly before: one who tells a price does neither. */
const GIVE_BEFORE =
  /(?<![\p{L}\p{N}])(?:send|lend|owes?|transfer|wire|give me|get me|give him|slip|drop|put|przelej|przeslij|wyslij|pozycz|wplac|ingresa|manda\w*|envia\w*|presta\w*|hazme|trimite\w*|pune|da mi|imprumuta\w*|anfon\w*|rho|benthyg\w*|dergo\w*|jep|bhej\w*|حول|ارسل\p{L}{0,3}|ابعث\p{L}{0,3}|بهيج\p{L}{0,2}|دے دو)(?![\p{L}\p{N}])[^.!?۔؟\n]{0,40}$/u;
const GIVE_AFTER = /^[^.!?۔؟\n]{0,30}?(?<![\p{L}\p{N}])(?:account|konto|koncie|cont|cuenta|cyfrif|llogari|حساب\p{L}{0,3}|الحساب|اكاونٹ)(?![\p{L}\p{N}])/u;
const NEAR = 60;
/** What families may do: money through the prison’s own account. */
const OWN_ACCOUNT = /^[^.!?۔؟\n]{0,20}(?:canteen|spends|spending account|private cash|prison account|cantin|kantyn\p{L}*)/u;

/** A British sort code, and what can only be one because it is no date. */
const SORT_CODE = /(?<![\d-])(\d{2})-(\d{2})-\d{2}(?![\d-])/gu;
const ACCOUNT_BEFORE = /(?:sort|acc|account|bank|code|cod|didoli)[^.!?۔؟\n]{0,30}$/u;

/** A bank card and an international account number. */
const CARD = /(?<!\d)\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?!\d)|(?<![\p{L}\p{N}])(?:gb|pl|ro|es|al|ie|de|pk)\d{2}(?: ?[a-z0-9]{4}){3,7}(?![\p{L}\p{N}])/gu;

/** Sums of money in a view of digits: a hint, or a flag where somebody asks for them or says how to pay. */
export function findMoney(digits: View): readonly Found[] {
  const { text } = digits;
  const before = (at: number) => text.slice(Math.max(0, at - NEAR), at);
  const amounts = Array.from(text.matchAll(AMOUNT), (match) => {
    const span = spanOf(match);
    const after = text.slice(span.to, span.to + NEAR);
    const asks = !OWN_ACCOUNT.test(after) && (GIVE_BEFORE.test(before(span.from)) || GIVE_AFTER.test(after));
    return foundAt(digits, span, asks ? 'asks-for-money' : 'amount', { hint: !asks });
  });
  const codes = Array.from(text.matchAll(SORT_CODE))
    .filter((match) => ACCOUNT_BEFORE.test(before(match.index)) || Number(match[1]) > 31 || Number(match[2]) > 12)
    .map((match) => foundAt(digits, spanOf(match), 'way-of-paying'));
  const cards = Array.from(text.matchAll(CARD), (match) => foundAt(digits, spanOf(match), 'way-of-paying'));
  return [...amounts, ...codes, ...cards];
}
