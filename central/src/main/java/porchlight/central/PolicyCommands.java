package porchlight.central;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import porchlight.central.json.PolicyFile;
import porchlight.central.ledger.Organisation;
import porchlight.central.ledger.PolicyMark;
import porchlight.central.ledger.PolicySet;
import porchlight.central.ledger.SignedPolicy;
import porchlight.central.people.Viewer;
import porchlight.central.settings.SettingsFault;
import porchlight.central.signing.Digests;
import porchlight.central.signing.Seals;
import porchlight.central.signing.SigningKey;

/** The commands about the policies that devices are asked to take. */
record PolicyCommands(Options options, PrintStream out, Instant now) {
  /** What an agent takes at most, as it is sent. */
  private static final int MOST_BYTES = 256 * 1024;

  /** What stands around the payload in the answer to an agent, generously. */
  private static final int AROUND = 4096;

  LedgerWork set(List<SigningKey> keys) throws Options.Usage, SettingsFault {
    String organisation = Tokens.organisation(options);
    Path file = Path.of(options.needed("--file"));
    PolicyFile policy = PolicyFile.read(file);
    SignedPolicy signed = signed(file.toString(), policy, organisation, keys);
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

  /** Signs every policy anew, by the new key and by those that laptops have pinned. */
  LedgerWork resign(List<SigningKey> keys) {
    return ledger -> {
      for (Organisation organisation : ledger.seenBy(Viewer.operator()).organisations()) {
        Optional<SignedPolicy> held = ledger.policy(organisation.id());
        if (held.isPresent()) {
          byte[] payload = Base64.getUrlDecoder().decode(held.get().payload());
          PolicyFile next = PolicyFile.next(organisation.name(), payload);
          ledger.setPolicy(
              organisation.name(),
              signed(organisation.name(), next, organisation.name(), keys),
              now);
          out.println("revision " + next.revision() + " is the policy of " + organisation.name());
        }
      }
      out.println("policies are signed by " + keys.getFirst().open().thumbprint() + " from now on");
      return 0;
    };
  }

  /** Signed by every key; after a change of keys it names the one to be pinned. */
  private SignedPolicy signed(
      String name, PolicyFile policy, String organisation, List<SigningKey> keys)
      throws SettingsFault {
    SigningKey first = keys.getFirst();
    byte[] payload =
        policy.payload(organisation, keys.size() > 1 ? List.of(first.open()) : List.of(), now);
    String packed = Digests.base64Url(payload);
    if (packed.length() > MOST_BYTES - AROUND) {
      throw new SettingsFault(name + ": is too large; signed it is at most 256 KiB");
    }
    byte[] bytes = Seals.policy(payload);
    return new SignedPolicy(
        new PolicyMark(policy.revision(), Digests.ofContent(payload, 0, payload.length)),
        packed,
        first.open().thumbprint(),
        Digests.base64Url(first.sign(bytes)),
        keys.stream()
            .skip(1)
            .map(key -> key.open().thumbprint() + "=" + Digests.base64Url(key.sign(bytes)))
            .toList());
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
