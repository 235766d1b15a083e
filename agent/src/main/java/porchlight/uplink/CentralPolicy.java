package porchlight.uplink;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.Optional;
import porchlight.json.Identity;
import porchlight.json.Jwk;
import porchlight.json.PolicyDocument;
import porchlight.json.PolicyDocument.Kept;
import porchlight.json.PolicyDocument.Said;
import porchlight.json.Refused;
import porchlight.policy.Policy;
import porchlight.uplink.Enrolment.Member;

/**
 * The organisation's policy: taken only when a pinned key signed it, it is for this organisation,
 * newer than the one held, and passes the door that a file passes. Verified again whenever it is
 * read from the disk.
 */
public final class CentralPolicy {
  /** An answer of 256 KiB at most. */
  private static final int LONGEST = 256 << 10;

  private CentralPolicy() {}

  /**
   * The policy held.
   *
   * @param digest what central calls it
   */
  public record Held(Policy policy, String digest) {}

  /** What came of asking for it. */
  public sealed interface Result {
    record Taken(Held held) implements Result {}

    /** It is as it was. */
    record Same() implements Result {}

    /** Kept out; {@code revision} is 0 where it says none that can be believed. */
    record KeptOut(long revision, String why) implements Result {}

    record Failed(String why) implements Result {}
  }

  /** The policy in that folder, where there is one that is as central signed it. */
  public static Optional<Held> held(Path stateFolder) throws IOException {
    var state = new StateFolder(stateFolder);
    return signed(state).flatMap(document -> held(document));
  }

  private static Optional<Held> held(PolicyDocument document) {
    try {
      return document.said().map(said -> new Held(said.read(), digest(document)));
    } catch (Refused byThisVersion) {
      return Optional.empty();
    }
  }

  /** The document on the disk, if it is this device's and still as it was signed. */
  private static Optional<PolicyDocument> signed(StateFolder state) throws IOException {
    var kept = Durable.read(state.policy()).flatMap(Kept::of);
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    return Durable.read(state.identity())
        .flatMap(Identity::of)
        .filter(identity ->
            kept.get().device().equals(identity.device().toString())
                || identity
                    .clonedFrom()
                    .filter(id -> kept.get().device().equals(id.toString()))
                    .isPresent())
        .filter(identity -> isBy(kept.get().document(), kept.get().by()))
        .map(identity -> kept.get().document());
  }

  /** Asks central for the policy, and keeps it if it may be taken. */
  public static Result ask(Member member, HttpUplink uplink) throws IOException {
    var before = signed(member.state());
    var held = before.flatMap(CentralPolicy::held);
    var reply = uplink.send(Outgoing.get("/v1/policy", held.map(Held::digest), LONGEST + 1));
    return switch (reply) {
      case Reply.Silent(var why) -> new Result.Failed(why);
      case Reply.Said said when said.status() == 304 && held.isPresent() -> new Result.Same();
      case Reply.Said said when said.status() == 200 && said.text().length() > LONGEST ->
          new Result.KeptOut(0, "it is longer than 256 KiB");
      case Reply.Said said when said.status() == 200 -> {
        var document = PolicyDocument.of(said.text());
        yield document.isPresent()
            ? take(settled(member, before), before, document.get())
            : new Result.Failed("answered 200, not as central does");
      }
      case Reply.Said said -> new Result.Failed(said.words());
    };
  }

  /** The newest word on keys counts: the power may have gone before the identity heard it. */
  private static Member settled(Member member, Optional<PolicyDocument> before) throws IOException {
    var named =
        before.flatMap(PolicyDocument::said).map(Said::keys).filter(keys -> !keys.isEmpty());
    if (named.isEmpty() || named.get().equals(member.identity().policyKeys())) {
      return member;
    }
    var identity = member.identity().pinning(named.get());
    Durable.write(member.state().identity(), identity.text());
    return new Member(identity, member.key(), member.state());
  }

  private static Result take(
      Member member, Optional<PolicyDocument> before, PolicyDocument document) {
    var by =
        member.identity().policyKeys().stream()
            .filter(key -> open(key).map(Thumbprint::of).equals(Optional.of(document.keyId())))
            .filter(key -> isBy(document, key))
            .findFirst();
    if (by.isEmpty()) {
      return new Result.KeptOut(0, "no key that was pinned at enrolment has signed it");
    }
    var said = document.said();
    if (said.isEmpty()) {
      return new Result.KeptOut(0, "what it says is not understood");
    }
    long revision = said.get().revision();
    if (!said.get().organisation().equals(member.identity().organisation())) {
      return new Result.KeptOut(revision, "it is another organisation's");
    }
    long holds = before.flatMap(PolicyDocument::said).map(Said::revision).orElse(0L);
    if (revision <= holds) {
      return new Result.KeptOut(
          revision, "its revision " + revision + " is not after " + holds + ", which is held");
    }
    try {
      return keep(member, document, by.get(), said.get(), said.get().read());
    } catch (Refused refused) {
      return new Result.KeptOut(revision, String.valueOf(refused.getMessage()));
    } catch (IOException failed) {
      return new Result.Failed("it could not be kept: " + failed);
    }
  }

  private static Result keep(
      Member member, PolicyDocument document, Jwk by, Said said, Policy policy) throws IOException {
    var state = member.state();
    Durable.write(state.policy(), document.kept(by, member.identity().device().toString()));
    if (!said.keys().isEmpty()) {
      Durable.write(state.identity(), member.identity().pinning(said.keys()).text());
    }
    return new Result.Taken(new Held(policy, digest(document)));
  }

  private static String digest(PolicyDocument document) {
    return "sha256:"
        + Base64.getUrlEncoder().withoutPadding().encodeToString(Digest.sha256(document.payload()));
  }

  private static boolean isBy(PolicyDocument document, Jwk key) {
    return open(key)
        .filter(open -> Signature.isBy(open, document.signed(), document.signature()))
        .isPresent();
  }

  /** The key as the platform knows it; nothing for a point that is on no curve. */
  private static Optional<ECPublicKey> open(Jwk key) {
    try {
      var parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      var decoder = Base64.getUrlDecoder();
      var point =
          new ECPoint(
              new BigInteger(1, decoder.decode(key.x())),
              new BigInteger(1, decoder.decode(key.y())));
      return Optional.of(
          (ECPublicKey)
              KeyFactory.getInstance("EC")
                  .generatePublic(
                      new ECPublicKeySpec(
                          point, parameters.getParameterSpec(ECParameterSpec.class))));
    } catch (GeneralSecurityException | IllegalArgumentException noKey) {
      return Optional.empty();
    }
  }
}
