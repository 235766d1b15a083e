// An OpenID provider on loopback, with its own pages for signing in: node provider.mjs PORT BACK
// Whoever signs in is of the groups that their name says: "ada.it-admins" is of "it-admins". Whom /gone?name= names is of none.
import Provider from 'oidc-provider';

const [port, back] = process.argv.slice(2);
const gone = new Set();
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{
    client_id: 'porchlight',
    client_secret: 'the-secret-of-this-test',
    redirect_uris: [back],
  }],
  cookies: { keys: ['of this test'] },
  claims: { openid: ['sub'], email: ['email'], profile: ['groups'] },
  pkce: { required: () => true },
  findAccount: (ctx, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: `${id.split('.')[0]}@example.com`, groups: gone.has(id) ? [] : id.split('.').slice(1) }),
  }),
});
provider.use(async (ctx, next) => {
  if (ctx.path === '/gone') {
    gone.add(ctx.query.name);
    ctx.body = 'gone';
  } else {
    await next();
  }
});
provider.listen(Number(port), '127.0.0.1', () => console.log('listening'));
