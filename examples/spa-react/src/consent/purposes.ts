import type { Locale } from 'askfirst';
import type { Language } from '../router.js';

type Words = Locale['categories']['necessary'];

/** What each purpose is called: in the banner, in the preferences and in the settings. */
export const purposes: Record<Language, Record<'necessary' | 'analytics' | 'errors', Words>> = {
  en: {
    necessary: {
      label: 'Necessary',
      description: 'Keeps you signed in, keeps your pictures, takes payments and remembers this choice.',
    },
    analytics: {
      label: 'Product analytics',
      description:
        'Counts which screens and tools are used, so that we improve the right ones. Never your texts or pictures.',
    },
    errors: {
      label: 'Error reports',
      description:
        'Tells us which line of our code failed. Without e-mail addresses, texts or pictures. Kept for 30 days.',
    },
  },
  th: {
    necessary: {
      label: 'จำเป็น',
      description: 'ให้คุณอยู่ในระบบ เก็บภาพของคุณ รับชำระเงิน และจดจำตัวเลือกนี้',
    },
    analytics: {
      label: 'การวิเคราะห์การใช้งาน',
      description: 'นับว่ามีการใช้หน้าและเครื่องมือใด เพื่อปรับปรุงให้ถูกจุด ไม่รวมข้อความหรือภาพของคุณ',
    },
    errors: {
      label: 'รายงานข้อผิดพลาด',
      description: 'บอกเราว่าโค้ดบรรทัดใดผิดพลาด ไม่มีอีเมล ข้อความ หรือภาพ เก็บไว้ 30 วัน',
    },
  },
};
