/**
 * Makes the sound and film files of the packs in this folder. They are committed, so a build does not need this;
 * run it only to change them: `npx node content-packs/sources/make-media.mts`.
 * Needs the programs espeak-ng (the voice) and ffmpeg, and Debian's Chromium. Sound is Opus and film is VP9,
 * because every Chromium and Electron plays those without licensed codecs.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumPath } from '../../scripts/lib/chromium-path.mts';

const RATE = 24_000;
const IN_SECONDS = 4;
const OUT_SECONDS = 6;
const BREATHS = 6;
const CRAVINGS = path.join(import.meta.dirname, 'getting-through-cravings/media');

/** What the voice says; also the transcripts beside the files, which are written by hand. */
const VOICES = {
  en: {
    voice: 'en-gb',
    opening: 'Sit down. Feet on the floor. Let your shoulders drop. Breathe with the sound.',
    inWord: 'Breathe in.',
    outWord: 'Breathe out, slowly.',
    closing: 'Good. Stay like this for a moment.',
  },
  cy: {
    voice: 'cy',
    opening: 'Eisteddwch. Traed ar y llawr. Gadewch i’ch ysgwyddau ddisgyn. Anadlwch gyda’r sain.',
    inWord: 'Anadlwch i mewn.',
    outWord: 'Anadlwch allan, yn araf.',
    closing: 'Da iawn. Arhoswch fel hyn am funud.',
  },
} as const;

const work = mkdtempSync(path.join(tmpdir(), 'make-media-'));
try {
  for (const language of ['en', 'cy'] as const) makeBreathing(language);
  await makeWaveFilm();
} finally {
  rmSync(work, { recursive: true, force: true });
}

function makeBreathing(language: keyof typeof VOICES): void {
  const words = VOICES[language];
  const opening = speak(words.voice, words.opening);
  const start = Math.ceil(opening.length / RATE) + 2;
  const length = start + BREATHS * (IN_SECONDS + OUT_SECONDS) + 6;
  const sound = new Float32Array(length * RATE);
  mix(sound, opening, 0.5, 0.75);
  for (let breath = 0; breath < BREATHS; breath += 1) {
    const at = start + breath * (IN_SECONDS + OUT_SECONDS);
    addTone(sound, at, IN_SECONDS, 146.8, 220, 'rise');
    addTone(sound, at + IN_SECONDS, OUT_SECONDS, 220, 146.8, 'fall');
    // The words only for the first three breaths; then the tone alone leads.
    if (breath > 2) continue;
    mix(sound, speak(words.voice, words.inWord), at + 0.2, 0.5);
    mix(sound, speak(words.voice, words.outWord), at + IN_SECONDS + 0.2, 0.5);
  }
  mix(sound, speak(words.voice, words.closing), length - 5, 0.75);
  const wav = writeWav(`breathing-${language}`, sound);
  encode(['-i', wav, '-c:a', 'libopus', '-b:a', '28k', '-ac', '1', path.join(CRAVINGS, language, 'breathing.ogg')]);
}

/** The voice as samples of -1 to 1 at RATE. */
function speak(voice: string, words: string): Float32Array {
  const raw = path.join(work, 'voice-raw.wav');
  const file = path.join(work, 'voice.wav');
  execFileSync('espeak-ng', ['-v', voice, '-s', '118', '-p', '38', '-g', '3', '-w', raw, words]);
  encode(['-i', raw, '-af', 'lowpass=f=5200,highpass=f=90', '-ar', String(RATE), '-ac', '1', '-f', 's16le', file]);
  const bytes = readFileSync(file);
  return Float32Array.from({ length: bytes.length / 2 }, (_, at) => bytes.readInt16LE(at * 2) / 32768);
}

/** A soft tone that glides from one pitch to another while it swells or fades, with two quiet overtones. */
function addTone(sound: Float32Array, at: number, seconds: number, from: number, to: number, shape: 'rise' | 'fall'): void {
  let phase = 0;
  const count = seconds * RATE;
  for (let index = 0; index < count; index += 1) {
    const part = index / count;
    const eased = (1 - Math.cos(part * Math.PI)) / 2;
    phase += (2 * Math.PI * (from + (to - from) * eased)) / RATE;
    const loud = 0.04 + 0.2 * (shape === 'rise' ? eased : 1 - eased);
    const edge = Math.min(1, index / 2400, (count - index) / 2400);
    const wave = Math.sin(phase) + 0.25 * Math.sin(2 * phase) + 0.12 * Math.sin(3 * phase);
    sound[Math.floor(at * RATE) + index] = (sound[Math.floor(at * RATE) + index] ?? 0) + wave * loud * edge * 0.7;
  }
}

function mix(sound: Float32Array, added: Float32Array, at: number, loud: number): void {
  const from = Math.floor(at * RATE);
  for (const [index, value] of added.entries()) {
    if (from + index < sound.length) sound[from + index] = (sound[from + index] ?? 0) + value * loud;
  }
}

function writeWav(name: string, sound: Float32Array): string {
  const bytes = Buffer.alloc(44 + sound.length * 2);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + sound.length * 2, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(RATE, 24);
  bytes.writeUInt32LE(RATE * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(sound.length * 2, 40);
  for (const [at, value] of sound.entries()) bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, value)) * 32000), 44 + at * 2);
  const file = path.join(work, `${name}.wav`);
  writeFileSync(file, bytes);
  return file;
}

/** Bit-exact flags and no metadata, so that the same input gives the same file. */
function encode(options: readonly string[]): void {
  const [target] = options.slice(-1);
  execFileSync('ffmpeg', ['-y', '-loglevel', 'error', ...options.slice(0, -1), '-map_metadata', '-1', '-fflags', '+bitexact', '-flags', '+bitexact', target ?? '']);
}

/** How high the sea stands at a second of the film: calm, rising from 4, at its top near 14, calm again from 26. */
function swell(second: number): number {
  if (second < 4 || second > 26) return 0;
  const part = (second - 4) / 22;
  return part < 0.45 ? (1 - Math.cos((part / 0.45) * Math.PI)) / 2 : (1 + Math.cos(((part - 0.45) / 0.55) * Math.PI)) / 2;
}

async function makeWaveFilm(): Promise<void> {
  const seconds = 30;
  const rate = 12;
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 640, height: 360 } });
    for (let frame = 0; frame < seconds * rate; frame += 1) {
      await page.setContent(`<body style="margin:0">${drawFrame(frame / rate)}</body>`);
      await page.screenshot({ path: path.join(work, `frame-${String(frame).padStart(4, '0')}.png`) });
    }
    const poster = drawFrame(12.5).replace('width="640" height="360" ', '');
    writeFileSync(path.join(CRAVINGS, 'the-wave.poster.svg'), `${poster}\n`);
  } finally {
    await browser.close();
  }
  const wav = writeWav('sea', seaSound(seconds));
  encode(['-framerate', String(rate), '-i', path.join(work, 'frame-%04d.png'), '-i', wav, '-c:v', 'libvpx-vp9', '-pix_fmt', 'yuv420p', '-b:v', '0', '-crf', '38', '-deadline', 'good', '-cpu-used', '1', '-row-mt', '0', '-threads', '1', '-c:a', 'libopus', '-b:a', '24k', '-ac', '1', path.join(CRAVINGS, 'the-wave.webm')]);
}

/** One frame: sky, sun, two layers of sea that swell, a boat on top, and below a line of time with a dot. */
function drawFrame(second: number): string {
  const high = swell(second);
  const sea = (x: number, layer: number) =>
    250 + layer * 14 - high * (110 - layer * 30) * Math.exp(-(((x - 320) / 190) ** 2)) + Math.sin(x / 42 + second * 1.6 + layer) * (5 + 3 * high);
  const layerPath = (layer: number) => {
    const points = Array.from({ length: 33 }, (_, at) => `${String(at * 20)} ${sea(at * 20, layer).toFixed(1)}`);
    return `M0 360 L${points.join(' L')} L640 360Z`;
  };
  const boatY = sea(320, 0);
  const tilt = ((sea(340, 0) - sea(300, 0)) * 0.6).toFixed(1);
  const curve = Array.from({ length: 61 }, (_, at) => `${String(80 + at * 8)} ${(340 - swell(at / 2) * 34).toFixed(1)}`).join(' L');
  const dot = `<circle cx="${(80 + second * 16).toFixed(1)}" cy="${(340 - high * 34).toFixed(1)}" r="8" fill="#E3A63B" stroke="#2B2A28" stroke-width="3"/>`;
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360" viewBox="0 0 640 360">' +
    '<rect width="640" height="360" fill="#FBF6EC"/><circle cx="520" cy="78" r="38" fill="#E3A63B"/>' +
    `<path d="${layerPath(1)}" fill="#7FA8A2"/>` +
    `<g transform="translate(320 ${(boatY - 4).toFixed(1)}) rotate(${tilt})"><path d="M-44 -12 H44 L30 12 H-30Z" fill="#C8643C"/><path d="M0 -12 V-84" stroke="#2B2A28" stroke-width="5"/><path d="M6 -82 L40 -24 H6Z" fill="#FFFDF8" stroke="#2B2A28" stroke-width="3"/><path d="M-6 -70 L-30 -24 H-6Z" fill="#EBC3AE" stroke="#2B2A28" stroke-width="3"/></g>` +
    `<path d="${layerPath(0)}" fill="#1F5B57"/>` +
    `<path d="M${curve}" fill="none" stroke="#FBF6EC" stroke-width="4" stroke-linecap="round"/>${dot}</svg>`
  );
}

/** Soft noise that swells with the wave: a running average of a fixed pseudo-random row, so it is the same each time. */
function seaSound(seconds: number): Float32Array {
  const sound = new Float32Array(seconds * RATE);
  let seed = 20_261_122;
  let smooth = 0;
  for (let at = 0; at < sound.length; at += 1) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    smooth += (seed / 2 ** 31 - 1 - smooth) * 0.06;
    const second = at / RATE;
    const edge = Math.min(1, second / 2, (seconds - second) / 2);
    sound[at] = smooth * (0.22 + 0.9 * swell(second) + 0.08 * Math.sin(second * 0.8)) * edge;
  }
  return sound;
}
