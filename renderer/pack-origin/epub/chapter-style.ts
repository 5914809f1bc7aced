import { addressOf } from './load-document.ts';
import type { ChapterStyle } from './clean-chapter.ts';

/** How the app looks now: what a book's page takes over from it. `textSize` is times the usual size. */
export type Look = { readonly paper: string; readonly ink: string; readonly accent: string; readonly textSize: number; readonly keepColours: boolean };

type FrameWindow = Window & typeof globalThis;

/** Empty space around and between columns, in CSS pixels. */
const GAP = 56;
/** A page wider than this has two columns, so that lines stay short enough to find the next one. */
const TWO_COLUMNS_FROM = 900;

/**
 * A book's own style sheet as an object, because our policy allows no styles as text. Sizes in points and pixels
 * become relative, so that the text size works; fonts of its own are left out: they would be fetched from outside the player.
 */
export function bookSheet(view: FrameWindow, style: ChapterStyle): CSSStyleSheet {
  const sheet = new view.CSSStyleSheet({ baseURL: new URL(addressOf(style.path), location.href).href });
  sheet.replaceSync(style.text.replace(/@import[^;]*;/gi, ''));
  tameRules(sheet, view);
  return sheet;
}

/** Our own sheet, after the book's: pages as columns, the app's colours and the person's text size. */
export function pageSheet(view: FrameWindow, look: Look): CSSStyleSheet {
  const width = view.innerWidth;
  const columns = width >= TWO_COLUMNS_FROM ? 2 : 1;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(`
    html { height: 100%; margin: 0 !important; padding: 0 !important; overflow: hidden !important; font-size: ${String(Math.round(look.textSize * 112.5))}% !important; background: ${look.paper} !important; color: ${look.ink}; touch-action: pan-y; }
    body { box-sizing: border-box !important; position: static !important; width: ${String(width)}px !important; max-width: none !important; height: ${String(view.innerHeight)}px !important; margin: 0 !important; padding: ${String(GAP / 2)}px !important; overflow: visible !important; columns: auto ${String(columns)} !important; column-gap: ${String(GAP)}px !important; column-fill: auto !important; line-height: 1.5; font-family: 'Noto Sans', 'Noto Sans Arabic', sans-serif; overflow-wrap: break-word; background: transparent !important; }
    img, svg, video { max-width: 100% !important; max-height: ${String(Math.max(100, view.innerHeight - 2 * GAP))}px !important; object-fit: contain; break-inside: avoid; }
    table { max-width: 100%; } pre { white-space: pre-wrap; }
    h1, h2, h3, h4 { break-after: avoid; } ::highlight(found) { background-color: ${look.accent}; color: ${look.paper}; }
    ${look.keepColours ? `a { color: ${look.accent}; }` : `* { color: ${look.ink} !important; background-color: transparent !important; border-color: currentColor !important; } a, a * { color: ${look.accent} !important; }`}
  `);
  return sheet;
}

/** Makes one sheet's rules fit for our page. */
function tameRules(group: CSSStyleSheet | CSSGroupingRule, view: FrameWindow): void {
  for (let at = group.cssRules.length - 1; at >= 0; at -= 1) {
    const rule = group.cssRules[at];
    if (rule instanceof view.CSSFontFaceRule) group.deleteRule(at);
    else if (rule instanceof view.CSSStyleRule) tameDeclarations(rule.style);
    else if (rule instanceof view.CSSGroupingRule) tameRules(rule, view);
  }
}

/** Points and pixels of letters become rem of a page with letters of 16 px; what reaches out of the pack goes. */
export function tameDeclarations(style: CSSStyleDeclaration): void {
  for (const name of ['font-size', 'line-height']) {
    const [, number, unit] = /^([\d.]+)(px|pt)$/.exec(style.getPropertyValue(name)) ?? [];
    if (number !== undefined) style.setProperty(name, `${String((Number(number) * (unit === 'pt' ? 4 / 3 : 1)) / 16)}rem`);
  }
  for (const name of [...style]) if (/url\(\s*["']?(?:https?:|\/\/)/i.test(style.getPropertyValue(name))) style.removeProperty(name);
}
