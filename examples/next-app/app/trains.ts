export interface Train {
  slug: string;
  from: string;
  to: string;
  leaves: string;
  arrives: string;
  km: number;
  film: string;
  text: string[];
}

export const trains: Train[] = [
  {
    slug: 'vienna-naples',
    from: 'Vienna',
    to: 'Naples',
    leaves: '19:21',
    arrives: '10:40',
    km: 1430,
    film: 'aqz-KE-bpKQ',
    text: [
      'The dining car closes at ten, the Alps at about the same time. Ask for a berth on the left if you want to see the sea before breakfast.',
      'At Tarvisio the locomotive changes and everybody who was asleep is not. Bring something to share: the corridor gets talkative around Bologna.',
    ],
  },
  {
    slug: 'stockholm-narvik',
    from: 'Stockholm',
    to: 'Narvik',
    leaves: '18:12',
    arrives: '12:55',
    km: 1465,
    film: 'aqz-KE-bpKQ',
    text: [
      'In June it never gets dark, in December never light. Both are reasons to go; pack an eye mask for the one and a thermos for the other.',
      'After Kiruna the line climbs to the fjords along a lake that stays frozen into May. Nobody sits down for the last hour.',
    ],
  },
  {
    slug: 'lisbon-madrid',
    from: 'Lisbon',
    to: 'Madrid',
    leaves: '21:34',
    arrives: '08:40',
    km: 640,
    film: 'aqz-KE-bpKQ',
    text: [
      'Not in a hurry, and that is the point: eleven hours for a distance a plane does in one. The bar carriage has a piano and a rule about it.',
      'Get up at six for the cork oaks of Extremadura. The light does the rest.',
    ],
  },
];
