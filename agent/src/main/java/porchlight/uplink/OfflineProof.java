package porchlight.uplink;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import porchlight.json.Jwk;
import porchlight.uplink.Enrolment.Member;

/**
 * The laptop's end of a verification without a network: it asks a question, believes who answers it
 * as only central can, and answers central's. What both know comes of the keys of its enrolment.
 */
public final class OfflineProof {
  private static final int NUMBERS = 100_000_000;
  private static final int TRIES = 3;
  private final Member member;
  private final String purpose;
  private final String question;
  private int left = TRIES;

  /** One for a purpose, in the protocol's word. */
  public OfflineProof(Member member, String purpose, SecureRandom random) {
    this.member = member;
    this.purpose = purpose;
    this.question = Ocra.padded(random.nextInt(NUMBERS));
  }

  /** The laptop's question, eight digits. */
  public String question() {
    return question;
  }

  /** How often an answer may still be wrong. */
  public int left() {
    return left;
  }

  /**
   * What the user reads last; nothing where that is not central's answer to our question about our
   * purpose, or too many were not.
   */
  public Optional<String> answer(String challenge, String response) {
    if (left == 0) {
      return Optional.empty();
    }
    for (Jwk pinned : member.identity().policyKeys()) {
      var agreed = Agreed.offline(member.key(), pinned, member.identity().device().toString());
      if (agreed.isPresent() && same(made(agreed.get(), question + challenge), response)) {
        return Optional.of(made(agreed.get(), challenge + question));
      }
    }
    left--;
    return Optional.empty();
  }

  private String made(Agreed agreed, String asked) {
    return Ocra.MUTUAL.answer(agreed.bytes(), asked, purpose);
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
