/** Now by the tablet's clock, milliseconds; for order and display only (CLOCK-1). */
export function tabletNow(): number {
  return Date.now();
}
