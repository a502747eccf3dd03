'use client';

import { useEffect } from 'react';

export function Alive() {
  useEffect(() => {
    window.alive = true;
  }, []);
  return null;
}
