// An OpenID provider on loopback, with its own pages for signing in: node provider.mjs PORT BACK
// Whoever signs in is of the groups that their name says: "ada.it-admins" is of "it-admins".
import Provider from 'oidc-provider';

const [port, back] = process.argv.slice(2);
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
    claims: () => ({ sub: id, email: `${id.split('.')[0]}@example.com`, groups: id.split('.').slice(1) }),
  }),
});
provider.listen(Number(port), '127.0.0.1', () => console.log('listening'));
