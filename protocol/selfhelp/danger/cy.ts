/** The same in Welsh, as people say it in the north and in the south. */
export const dangerWordsCy: readonly string[] = [
  'lladd fy hun', 'lladd fyn hun', 'lladd fi fy hun', 'lladd fy hunan', 'hunanladd*', 'hunan laddiad', 'dod â fy mywyd i ben', 'dod âm bywyd i ben', 'rhoi diwedd ar fy mywyd', 'rhoi terfyn ar fy mywyd', 'cymryd fy mywyd fy hun',
  'eisiau marw', 'isio marw', 'moyn marw', 'am farw', 'well i mi farw', 'gwell byd hebof i', 'gwell hebof', 'dim rheswm i fyw', 'dim byd i fyw', 'ddim eisiau byw', 'ddim isio byw', 'ddim moyn byw', 'methu mynd ymlaen', 'methu cario ymlaen',
  'crogi fy hun', 'crogi fy hunan', 'torri fy hun', 'torri fy hunan', 'brifo fy hun', 'niweidio fy hun', 'anafu fy hun', 'hunan niweidio', 'hunan niwed', 'hunanniweidio', 'hunan anafu', 'gorddos*', 'gor ddos', 'ddim deffro',
];
