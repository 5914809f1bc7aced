/** The number people can name on the telephone: the end of the message's id, `1A2B-3C4D`. The prison sees the same id. */
export function messageNumber(messageId: string): string {
  const end = messageId.replaceAll('-', '').slice(-8).toUpperCase();
  return `${end.slice(0, 4)}-${end.slice(4)}`;
}
