/**
 * How something stands, as a colour. Never the only sign: a tone always comes with words.
 * neutral: nothing to say. waiting: on this tablet, not handed over. moving: under way or being checked.
 * good: arrived or done. attention: the person should look. stopped: it will not go on.
 */
export type Tone = 'neutral' | 'waiting' | 'moving' | 'good' | 'attention' | 'stopped';
