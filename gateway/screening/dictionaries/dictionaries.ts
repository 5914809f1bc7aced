import type { Dictionary } from '../phrases/entry.ts';
import { albanian } from './sq.ts';
import { arabic } from './ar.ts';
import { english } from './en.ts';
import { polish } from './pl.ts';
import { romanian } from './ro.ts';
import { spanish } from './es.ts';
import { urdu } from './ur.ts';
import { welsh } from './cy.ts';

/** Every dictionary there is. All are read for every message: people mix languages, and hide in another. */
export const dictionaries: readonly Dictionary[] = [english, welsh, polish, arabic, romanian, urdu, spanish, albanian];
