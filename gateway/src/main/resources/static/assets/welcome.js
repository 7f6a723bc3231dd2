const who = document.getElementById('who');
const signIn = document.getElementById('sign-in');
const signOut = document.getElementById('sign-out');

// The one of the two that exists: with TLS it has the prefix.
const cookie = name =>
  document.cookie.split('; ').find(it => it.startsWith(name + '=') || it.startsWith('__Host-' + name + '='))?.split('=')[1] ?? '';

function show(me) {
  who.textContent = me ? `已登录：${me.name ?? me.username}` : '';
  signIn.hidden = Boolean(me);
  signOut.hidden = !me;
}

signOut.addEventListener('click', async () => {
  const answer = await fetch('/logout', {method: 'POST', headers: {'X-XSRF-TOKEN': cookie('XSRF-TOKEN')}});
  if (answer.ok) {
    show(null);
  }
});

const answer = await fetch('/me');
show(answer.ok ? await answer.json() : null);
if (new URLSearchParams(location.search).get('sign-in') === 'failed') {
  who.textContent = '登录未成功，请重试。 Sign-in failed, please try again.';
}
