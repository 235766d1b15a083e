package porchlight.central.views;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import porchlight.central.ledger.Organisation;
import porchlight.central.people.Person;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Word;

/**
 * Somebody in the list of people.
 *
 * @param role the word of their role, as a form sends it
 * @param organisation of a client, its name
 * @param isOurs whether they sign in here and not by the sign-in of their company
 */
public record PersonLine(
    String id,
    String name,
    String role,
    String organisationId,
    String organisation,
    State state,
    boolean codes,
    boolean isOurs,
    Moment since) {
  /** Whether they can come in. */
  public enum State {
    INVITED("invited"),
    ACTIVE("may come in"),
    DISABLED("shut out");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** In words. */
    public String label() {
      return label;
    }
  }

  /** Everybody, as they were given. */
  public static List<PersonLine> all(
      List<Person> people, List<Organisation> organisations, Instant now) {
    Map<String, String> names =
        organisations.stream().collect(Collectors.toMap(Organisation::id, Organisation::name));
    return people.stream().map(person -> of(person, names, now)).toList();
  }

  private static PersonLine of(Person person, Map<String, String> names, Instant now) {
    String organisation = person.organisation().orElse("");
    return new PersonLine(
        person.id(),
        person.name(),
        Word.of(person.role()),
        organisation,
        Calm.text(names.getOrDefault(organisation, "")),
        state(person),
        person.codes(),
        person.subject().isEmpty(),
        Moment.of(person.createdAt(), now));
  }

  private static State state(Person person) {
    if (!person.isEnabled()) {
      return State.DISABLED;
    }
    return person.joined() || person.subject().isPresent() ? State.ACTIVE : State.INVITED;
  }
}
