import type { Locale } from '../types.js';

export const locale = {
  lang: 'ms',
  dir: 'ltr',
  title: 'Kuki dan teknologi serupa',
  ask: '{controller} meminta persetujuan anda untuk menggunakan kuki dan teknologi serupa yang tidak wajib bagi tujuan berikut: {purposes}.',
  withdraw:
    'Tanpa persetujuan anda, kuki dan data yang tidak wajib tidak akan disimpan. Anda boleh mengubah pilihan atau menarik balik persetujuan anda pada bila-bila masa dalam tetapan privasi.',
  serviceCount: 'Bilangan perkhidmatan yang terlibat: {count}',
  policyLink: 'Dasar privasi',
  accept: 'Terima semua',
  reject: 'Tolak semua',
  choose: 'Pilih',
  preferences: 'Tetapan privasi',
  preferencesIntro: 'Buat pilihan bagi setiap tujuan. Anda boleh mengubah pilihan anda pada bila-bila masa.',
  save: 'Simpan pilihan',
  close: 'Tutup',
  saved: 'Pilihan anda telah disimpan.',
  announcement: 'Pilihan tentang kuki dan teknologi serupa terdapat pada permulaan halaman ini.',
  appliesAtOnce: 'Perubahan berkuat kuasa serta-merta.',
  alwaysOn: 'Sentiasa aktif',
  on: 'Aktif',
  off: 'Tidak aktif',
  gpc: 'Permintaan anda untuk menolak telah dipenuhi. Pelayar web anda menghantar isyarat Global Privacy Control, maka tujuan ini kekal tidak aktif.',
  gpcHonored:
    'Permintaan anda untuk menolak telah dipenuhi. Pelayar web anda menghantar isyarat Global Privacy Control.',
  details: 'Perkhidmatan dan storan',
  columns: { name: 'Nama', kind: 'Jenis', lifetime: 'Tempoh penyimpanan' },
  kinds: {
    cookie: 'Kuki',
    localStorage: 'Storan setempat',
    sessionStorage: 'Storan sesi',
    indexedDB: 'Pangkalan data',
    cacheStorage: 'Storan cache',
  },
  session: 'sehingga anda menutup tab atau pelayar web',
  persistent: 'sehingga anda memadamkan data laman web',
  lifetimeNote:
    'Pelayar web anda mungkin memadamkan data ini lebih awal. Kebanyakan pelayar web menyimpan kuki selama tidak lebih daripada 400 hari.',
  servicePolicy: 'Dasar privasi {service}',
  noServices: 'Tiada perkhidmatan yang dinyatakan bagi tujuan ini.',
  thisSite: 'Laman web ini',
  categories: {
    necessary: { label: 'Diperlukan', description: 'Diperlukan supaya laman web dapat berfungsi.' },
    functional: {
      label: 'Fungsi tambahan',
      description: 'Ciri tambahan seperti video terbenam, peta dan sembang.',
    },
    analytics: {
      label: 'Analitik',
      description: 'Mengukur lawatan ke setiap halaman untuk menambah baik laman web.',
    },
    marketing: {
      label: 'Pemasaran',
      description: 'Memaparkan iklan berdasarkan minat anda dan mengukur keberkesanan iklan tersebut.',
    },
  },
  acceptance: {
    title: 'Dasar yang dikemas kini',
    inForce: 'Dasar kami versi {version} berkuat kuasa sejak {date}.',
    apart: 'Pilihan anda tentang kuki dan teknologi serupa tidak berubah.',
    read: 'Baca dasar',
    newTab: '(dibuka dalam tab baharu)',
    accept: 'Menerima',
    decline: 'Tidak menerima',
  },
  embed: {
    ask: 'Jika anda memuatkan kandungan ini, pelayar web anda bersambung ke {service}.',
    once: 'Muatkan sekali',
    always: 'Sentiasa benarkan: {category}',
  },
  law: {
    choices: 'Pilihan privasi anda',
    choicesIntro:
      'Tujuan-tujuan ini aktif kecuali jika anda menolak. Anda boleh menolak mana-mana tujuan ini atau kesemuanya pada bila-bila masa.',
    optedOut: 'Anda telah menolak.',
    honored: 'Permintaan anda untuk menolak telah dipenuhi',
    optInAgain: 'Anda telah menolak tujuan berikut: {purposes}. Adakah anda mahu membenarkannya semula?',
    optIn: 'Benarkan semula',
    stayOptedOut: 'Kekal menolak',
    notice:
      '{controller} menggunakan kuki dan teknologi serupa bagi tujuan berikut: {purposes}. Anda boleh menolak pada bila-bila masa.',
    object: 'Tolak',
    untilObjection: 'Aktif kecuali jika anda menolak.',
    exempt: 'Undang-undang membenarkan perkara ini tanpa persetujuan.',
    minors: 'Jika umur anda di bawah {age} tahun, buat pilihan bersama-sama ibu bapa atau penjaga.',
    authority: 'Anda boleh membuat aduan kepada pihak berkuasa penyeliaan: {authority}.',
    withdrawalEffect:
      'Jika anda menarik balik persetujuan anda, perkara yang telah dilakukan sebelum itu kekal sah di sisi undang-undang. Ciri yang memerlukan persetujuan anda akan berhenti berfungsi.',
  },
} as const satisfies Locale;
