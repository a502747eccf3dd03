// Runs while the page is parsed, so that the study stands there in the first frame.
{
  const FLAG = 'unlock_case-study';
  const url = new URL(location.href);
  const token = url.searchParams.get('unlock') ?? '';
  let unlocked = /^lead-[0-9a-f]{6,}$/.test(token);

  try {
    if (unlocked) localStorage.setItem(FLAG, token);
    else unlocked = localStorage.getItem(FLAG) !== null;
  } catch {
    // Storage is forbidden: the link opens the page each time it is used.
  }

  if (unlocked) {
    document.querySelector('.locked').replaceWith(document.querySelector('#study').content);
    // The link is personal; it should not be copied out of the address bar by chance.
    url.searchParams.delete('unlock');
    history.replaceState(null, '', url);
  }
}
