import type { LetterParts } from '../letter.mts';

/** Parts of ordinary letters, with innocent look-alikes. `kept` was not looked at while the screening was built. */
export const parts: LetterParts = {
  language: 'pl',
  openings: [
    'Kochana Mamo,',
    'Cześć synku,',
    'Drogi Tato,',
    'Witaj kochanie,',
  ],
  closings: [
    'Całuję, Tata',
    'Pozdrawiam, Ania',
    'Twoja babcia',
    'Do zobaczenia na widzeniu, Tomek',
  ],
  seen: [
    'Wszystkiego najlepszego, 14 marca kończysz 7 lat.',
    'Mecz zaczyna się o 17:30, ostatnio wygraliśmy 3:1, potem 2:2 i 0:0.',
    'Chleb kosztuje 5,40 zł, a mleko 3,20 zł.',
    'Buty do szkoły były po 120 zł, kupiłam za 80 zł na wyprzedaży.',
    'Przeczytałem Psalm 23:4 i Ewangelię Jana 3:16.',
    'Na ciasto wzięłam 250 g mąki, 3 jajka i 175 g cukru.',
    'Babcia ma 81 lat i dalej żartuje.',
    'Zabijam czas, czytając książkę o górach.',
    'Autobus numer 42 odjeżdża o 9:15, a pociąg o 10:05.',
    'Zdałem matematykę 3 maja 2026 na czwórkę.',
    'Liczymy razem: jeden, dwa, trzy, cztery, pięć, sześć, siedem, osiem, dziewięć, dziesięć.',
    'Wypieliłam ogródek i posadziłam 24 cebule.',
    'Dziecko waży 3450 g i urodziło się o 03:42.',
    'Dziękuję za list i piękny rysunek.',
    'Ucieszyłam się, że dobrze się czujesz.',
    'Ząb mnie boli, ale dentysta przyjmuje we wtorek.',
    'Musiałam zapłacić za gaz i prąd, więc do piątku jemy fasolę.',
  ],
  kept: [
    'Kolacja jest o 17, potem piszę do ciebie.',
    'Drużyna skończyła trzecia, 58 punktów w 38 meczach.',
    'Twój bratanek kończy dwa lata 21 czerwca i chce czerwony autobus.',
    'Pociąg jedzie 2 godziny 10 minut i odjeżdża o 08:47.',
    'Było bardzo gorąco, 31 stopni, dzieci kąpały się w jeziorze.',
    'W czwartek przywiozę ci czyste koszule i okulary.',
    'Tęsknię za tobą i za naszym psem.',
    'Upiekłam piernik z przyprawami, jak zawsze na święta.',
  ],
};
