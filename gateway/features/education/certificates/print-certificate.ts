import PDFDocument from 'pdfkit';
import type { CertificateRecord } from '#protocol/education/certificate.ts';
import { certificateWords, levelWords, type CertificateLanguage } from './certificate-words.ts';
import { drawCentred, registerFonts, type Paper } from './draw-line.ts';

/** What is printed. `checkAddress` is the family service's `https://…`; without one the foot is left out. */
export type PrintedCertificate = {
  readonly certificate: CertificateRecord;
  readonly language: CertificateLanguage;
  readonly checkAddress: string | undefined;
};

/** A4 on its side, in points. */
const WIDTH = 841.89;
const HEIGHT = 595.28;
const MIDDLE = WIDTH / 2;
const INK = '#1c2b33';
const SOFT = '#4a5a63';
const TEAL = '#0f5c63';

/** A certificate as a PDF of one page, with the fonts inside. It names the holder and the course, and no prison. */
export async function printCertificate({ certificate, language, checkAddress }: PrintedCertificate): Promise<Uint8Array> {
  const words = certificateWords[language];
  const paper = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    lang: language,
    displayTitle: true,
    info: { Title: `${words.heading} ${certificate.number}`, CreationDate: new Date(certificate.issuedAt) },
  });
  const bytes = collect(paper);
  registerFonts(paper);
  drawFrame(paper);
  const line = (text: string, baseline: number, size: number, look: { bold?: boolean; code?: boolean; colour?: string } = {}) => {
    drawCentred(paper, text, MIDDLE, baseline, WIDTH - 180, { size, colour: INK, ...look });
  };
  line(words.heading, 114, 44, { bold: true, colour: TEAL });
  line(words.certify, 172, 15, { colour: SOFT });
  line(certificate.name, 220, 36, { bold: true });
  line(words.finished, 266, 15, { colour: SOFT });
  line(titleOf(certificate, language), 308, 28, { bold: true, colour: TEAL });
  const levels = certificate.level.flatMap((level) => levelWords[language][level] ?? []);
  if (levels.length > 0) line(levels.join(' · '), 340, 15);
  drawFacts(paper, certificate, language);
  if (checkAddress !== undefined) {
    line(words.check, 488, 10.5, { colour: SOFT });
    line(`${new URL(checkAddress).origin}/#/certificate`, 506, 12, { bold: true, code: true });
    line(words.checkHow, 523, 10.5, { colour: SOFT });
  }
  paper.end();
  return bytes;
}

function drawFrame(paper: Paper): void {
  paper.rect(28, 28, WIDTH - 56, HEIGHT - 56).lineWidth(3).stroke(TEAL);
  paper.rect(38, 38, WIDTH - 76, HEIGHT - 76).lineWidth(0.75).stroke(TEAL);
  // The line from the cell to the street: the product's own mark.
  paper.moveTo(MIDDLE - 60, 140).lineTo(MIDDLE + 60, 140).lineWidth(2).stroke(TEAL);
}

function drawFacts(paper: Paper, certificate: CertificateRecord, language: CertificateLanguage): void {
  const words = certificateWords[language];
  const facts = [
    [words.date, dayOf(certificate.issuedAt, language)],
    [words.number, certificate.number],
  ] as const;
  for (const [at, [label, value]] of facts.entries()) {
    const middle = MIDDLE + ((at === 0) === (language === 'ar') ? 170 : -170);
    drawCentred(paper, label, middle, 396, 280, { size: 11, colour: SOFT });
    drawCentred(paper, value, middle, 422, 280, { size: 19, bold: true, code: at === 1, colour: INK });
    paper.moveTo(middle - 130, 434).lineTo(middle + 130, 434).lineWidth(0.75).stroke(SOFT);
  }
}

/** Words in Arabic would mix two scripts in one line: there the day is written in digits. */
function dayOf(at: number, language: CertificateLanguage): string {
  if (language === 'ar') return new Date(at).toISOString().slice(0, 10);
  return new Intl.DateTimeFormat(language === 'cy' ? 'cy-GB' : 'en-GB', { dateStyle: 'long', timeZone: 'Europe/London' }).format(at);
}

function titleOf({ title }: CertificateRecord, language: string): string {
  return title[language] ?? title['en'] ?? Object.values(title)[0] ?? '';
}

async function collect(paper: Paper): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of paper) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
