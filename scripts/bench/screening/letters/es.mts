import type { LetterParts } from '../letter.mts';

/** Parts of ordinary letters, with innocent look-alikes. `kept` was not looked at while the screening was built. */
export const parts: LetterParts = {
  language: 'es',
  openings: [
    'Querida mamá:',
    'Hola, cariño:',
    'Querido papá:',
    'Hola, hermano:',
  ],
  closings: [
    'Te quiero, papá',
    'Un abrazo, Lucía',
    'Tu abuela',
    'Nos vemos en la visita, Pedro',
  ],
  seen: [
    '¡Feliz cumpleaños! Cumples 7 el 14 de marzo.',
    'El partido empieza a las 17:30 y la última vez ganamos 3-1.',
    'El pan cuesta 1,40 € y la leche 95 céntimos.',
    'Los zapatos del cole costaban 35 euros y los compré por 20 en rebajas.',
    'He leído el Salmo 23:4 y Juan 3:16.',
    'Para la tarta usé 250 g de harina, 3 huevos y 175 g de azúcar.',
    'La abuela tiene 81 años y sigue riéndose.',
    'Estoy matando el tiempo con un libro sobre el mar.',
    'El autobús 42 sale a las 9:15 y el tren a las 10:05.',
    'Aprobé matemáticas el 3 de mayo de 2026.',
    'Contamos juntos: uno, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez.',
    'Quité las malas hierbas y planté 24 cebollas.',
    'El bebé pesa 3450 g y nació a las 03:42.',
    'Gracias por la carta y por el dibujo tan bonito.',
    'Me muero de ganas de verte el jueves.',
    'He pagado el gas y la luz, así que comemos lentejas hasta el viernes.',
  ],
  kept: [
    'La cena es a las 5 y después te escribo.',
    'El equipo acabó tercero con 58 puntos en 38 partidos.',
    'Tu sobrino cumple dos años el 21 de junio y quiere un autobús rojo.',
    'El tren tarda 2 horas y 10 minutos y sale a las 08:47.',
    'Hizo mucho calor, 31 grados, y los niños en el agua.',
    'El jueves te llevo las camisas limpias y las gafas.',
    'Hice arroz con especias, como a ti te gusta.',
    'Vi una película de un hombre solo en una isla.',
  ],
};
