package porchlight.central.views;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import porchlight.central.ledger.ApiToken;
import porchlight.central.ledger.Organisation;
import porchlight.central.people.Person;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Word;

/** A token in the list of tokens; {@code state} is how it stands, in words. */
public record TokenLine(
    String id,
    String name,
    String scopes,
    String organisation,
    String madeBy,
    Moment made,
    Optional<Moment> used,
    Moment until,
    boolean open,
    String state) {
  /** Every token, as they were given. */
  public static List<TokenLine> all(
      List<ApiToken> tokens, List<Organisation> organisations, List<Person> people, Instant now) {
    Map<String, String> names =
        organisations.stream().collect(Collectors.toMap(Organisation::id, Organisation::name));
    Set<String> shutOut =
        people.stream()
            .filter(person -> !person.isEnabled())
            .map(Person::name)
            .collect(Collectors.toSet());
    return tokens.stream().map(token -> of(token, names, shutOut, now)).toList();
  }

  private static TokenLine of(
      ApiToken token, Map<String, String> names, Set<String> shutOut, Instant now) {
    String state = "open";
    if (token.revokedAt().isPresent()) {
      state = "revoked";
    } else if (!token.isOpen(now)) {
      state = "run out";
    }
    return new TokenLine(
        token.id(),
        Calm.text(token.name()),
        token.scopes().stream().map(Word::of).sorted().collect(Collectors.joining(", ")),
        token.organisation().map(id -> Calm.text(names.getOrDefault(id, id))).orElse("every one"),
        token.createdBy() + (shutOut.contains(token.createdBy()) ? ", who is shut out" : ""),
        Moment.of(token.createdAt(), now),
        token.usedAt().map(at -> Moment.of(at, now)),
        Moment.of(token.expiresAt(), now),
        token.isOpen(now),
        state);
  }
}
