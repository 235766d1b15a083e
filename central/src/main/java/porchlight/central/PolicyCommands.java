package porchlight.central;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import porchlight.central.json.PolicyFile;
import porchlight.central.ledger.PolicyMark;
import porchlight.central.ledger.PolicySet;
import porchlight.central.ledger.SignedPolicy;
import porchlight.central.settings.SettingsFault;
import porchlight.central.signing.Digests;
import porchlight.central.signing.Seals;
import porchlight.central.signing.SigningKey;

/** The commands about the policies that devices are asked to take. */
record PolicyCommands(Options options, PrintStream out, Instant now) {
  /** What an agent takes at most, as it is sent. */
  private static final int MOST_BYTES = 256 * 1024;

  /** What stands around the payload in the answer to an agent, generously. */
  private static final int AROUND = 512;

  LedgerWork set(SigningKey key) throws Options.Usage, SettingsFault {
    String organisation = Tokens.organisation(options);
    Path file = Path.of(options.needed("--file"));
    return set(file, PolicyFile.read(file), organisation, key);
  }

  private LedgerWork set(Path file, PolicyFile policy, String organisation, SigningKey key)
      throws SettingsFault {
    byte[] payload = policy.payload(organisation, now);
    String packed = Digests.base64Url(payload);
    if (packed.length() > MOST_BYTES - AROUND) {
      throw new SettingsFault(file + ": is too large; signed it is at most 256 KiB");
    }
    PolicyMark mark =
        new PolicyMark(policy.revision(), Digests.ofContent(payload, 0, payload.length));
    SignedPolicy signed =
        new SignedPolicy(
            mark,
            packed,
            key.open().thumbprint(),
            Digests.base64Url(key.sign(Seals.policy(payload))));
    return ledger ->
        switch (ledger.setPolicy(organisation, signed, now)) {
          case PolicySet.Done() -> {
            out.println("revision " + policy.revision() + " is the policy of " + organisation);
            yield 0;
          }
          case PolicySet.NotForward(long held) ->
              throw new SettingsFault(
                  file + " /revision: must be above " + held + ", which " + organisation + " has");
          case PolicySet.NoOrganisation() -> Main.complain("no organisation " + organisation, 1);
        };
  }

  LedgerWork show() throws Options.Usage {
    String organisation = Tokens.organisation(options);
    return ledger -> {
      Optional<SignedPolicy> policy = ledger.policyNamed(organisation);
      if (policy.isEmpty()) {
        return Main.complain(organisation + " has no policy of its own", 1);
      }
      byte[] payload = Base64.getUrlDecoder().decode(policy.get().payload());
      out.println(new String(payload, StandardCharsets.UTF_8));
      return 0;
    };
  }
}
