import PDFDocument from 'pdfkit';

/** A PDF of our own making: five pages with words, and contents of its own. */
export function makePdf(): Promise<Buffer> {
  const made = new PDFDocument({ size: 'A5', info: { CreationDate: new Date(0) } });
  const pieces: Buffer[] = [];
  made.on('data', (piece: Buffer) => pieces.push(piece));
  const done = new Promise<Buffer>((resolve) => made.on('end', () => resolve(Buffer.concat(pieces))));
  for (let page = 1; page <= 5; page += 1) {
    if (page > 1) made.addPage();
    made.outline.addItem(`Part ${String(page)}`);
    made.fontSize(20).text(`Part ${String(page)} of the leaflet`);
    made.fontSize(12).text('The kettle is on the shelf by the door.');
  }
  made.end();
  return done;
}
