package porchlight.central.accounts;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import porchlight.central.intake.Limit;
import porchlight.central.ledger.Proofs;
import porchlight.central.ledger.Register;
import porchlight.central.people.Act;
import porchlight.central.people.Names;
import porchlight.central.people.Person;
import porchlight.central.people.Role;
import porchlight.central.settings.Company;
import porchlight.central.signing.Digests;

/** Signs people in whom their company vouches for; what they are is asked anew each time. */
public final class CompanySignIn {
  private static final Logger LOG = LoggerFactory.getLogger(CompanySignIn.class);

  /** How long somebody may take over there. */
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Sign-ins under way at once; who comes beyond that takes the place of the oldest. */
  private static final int MOST = 1_000;

  private final Company company;
  private final Provider provider;
  private final Register register;
  private final Seats seats;
  private final Organisations organisations;
  private final Limit networks;
  private final Map<String, Pending> pending = new ConcurrentHashMap<>();

  private record Pending(
      CodeVerifier verifier, Nonce nonce, String browser, String next, Instant until) {}

  /** Finds an organisation's id by its name. */
  public interface Organisations {
    /** The id; empty when no organisation is called that. */
    Optional<String> named(String name);
  }

  /** Signs in by this company, each network as often as this limit lets it. */
  public CompanySignIn(
      Company company,
      Register register,
      Seats seats,
      Organisations organisations,
      Limit networks) {
    this.company = company;
    this.provider = new Provider(company);
    this.register = register;
    this.seats = seats;
    this.organisations = organisations;
    this.networks = networks;
  }

  /** What the button is called. */
  public String name() {
    return company.name();
  }

  /** What came of coming back. */
  public sealed interface Outcome {
    /** They are in; {@code secret} is for the cookie, {@code next} where they wanted to go. */
    record In(String secret, String next) implements Outcome {
      @Override
      public String toString() {
        return "in";
      }
    }

    /** They are not; the log says why. */
    record Refused() implements Outcome {}
  }

  /** Whether somebody may ask again now, for the way there or back. */
  public boolean admits(Where where) {
    return networks.admits(where.network());
  }

  /**
   * Where to send a browser; empty when the company does not answer. {@code browser} is the secret
   * in its cookie, by which it is known when it comes back.
   */
  public Optional<URI> begin(String browser, String next, Instant now) {
    pending.values().removeIf(one -> one.until().isBefore(now));
    if (pending.size() >= MOST) {
      pending.entrySet().stream()
          .min(Comparator.comparing(one -> one.getValue().until()))
          .ifPresent(oldest -> pending.remove(oldest.getKey()));
    }
    State state = new State();
    Nonce nonce = new Nonce();
    CodeVerifier verifier = new CodeVerifier();
    try {
      URI there = provider.address(state, nonce, verifier);
      pending.put(
          state.getValue(),
          new Pending(verifier, nonce, Secrets.hash(browser), next, now.plus(PATIENCE)));
      return Optional.of(there);
    } catch (GeneralException | IOException e) {
      LOG.error("{} does not answer as a provider does: {}", company.issuer(), e.toString());
      return Optional.empty();
    }
  }

  /** A browser comes back; each state is good once, and for the browser that it was given to. */
  public Outcome finish(String browser, URI back, Where where) {
    Optional<Provider.Answer> brought = brought(back);
    Optional<Pending> ours = brought.map(Provider.Answer::state).map(pending::remove);
    if (ours.isEmpty()) {
      LOG.warn("sign-in by {} refused: nobody was on the way like that", company.name());
      return new Outcome.Refused(); // Whoever makes that up writes nothing into the audit log.
    }
    Pending begun = ours.get();
    try {
      if (begun.until().isBefore(where.now())
          || !Digests.isSame(begun.browser(), Secrets.hash(browser))) {
        return refused("nobody of this browser was on the way", "", where);
      }
      Provider.Claims claims =
          provider.claims(brought.orElseThrow(), begun.verifier(), begun.nonce());
      return enter(claims, begun.next(), where);
    } catch (Provider.NotProven e) {
      return refused(String.valueOf(e.getMessage()), "", where);
    }
  }

  private Optional<Provider.Answer> brought(URI back) {
    try {
      return Optional.of(provider.read(back));
    } catch (Provider.NotProven e) {
      return Optional.empty();
    }
  }

  private Outcome enter(Provider.Claims claims, String next, Where where) {
    Optional<Post> post = post(claims.values());
    String subject = company.issuer() + " " + claims.subject();
    Optional<Proofs> known = register.subject(subject);
    if (post.isEmpty()) {
      known.ifPresent(one -> out(one.person(), where));
      return refused("no value of " + company.claim() + " opens anything", label(claims), where);
    }
    if (known.isEmpty()) {
      String name = free(label(claims), subject);
      Person fresh =
          new Person(
              UUID.randomUUID().toString(),
              name,
              post.get().role(),
              post.get().organisation(),
              Optional.of(subject),
              false,
              false,
              where.now(),
              Optional.empty());
      if (!register.add(fresh, where.deed(name, Act.JOINED, name, "by " + company.name()))) {
        return refused("nobody is an admin here yet", label(claims), where);
      }
    } else if (!isAs(known.get().person(), post.get())
        && !register.role(
            known.get().person().id(),
            post.get().role(),
            post.get().organisation(),
            where.deed(
                company.name(), Act.ROLE_CHANGED, known.get().person().name(), "as they say"))) {
      return refused("nobody else is an admin", label(claims), where);
    }
    Optional<Person> person =
        register.subject(subject).map(Proofs::person).filter(Person::isEnabled);
    return person
        .<Outcome>map(one ->
            new Outcome.In(seats.open(one, Optional.empty(), where, "by " + company.name()), next))
        .orElseGet(() -> refused("they are shut out here", label(claims), where));
  }

  /** Whoever is nothing any more there is in nowhere here. */
  private void out(Person person, Where where) {
    register.endOthers(
        person.id(),
        "",
        where.deed(company.name(), Act.SESSIONS_ENDED, person.name(), "as they say"));
  }

  private record Post(Role role, Optional<String> organisation) {}

  /** What the values make of somebody: the most that one of them does. */
  private Optional<Post> post(List<String> values) {
    List<String> roles = values.stream().map(company.roles()::get).filter(r -> r != null).toList();
    if (roles.contains("admin")) {
      return Optional.of(new Post(Role.ADMIN, Optional.empty()));
    }
    if (roles.contains("tech")) {
      return Optional.of(new Post(Role.TECH, Optional.empty()));
    }
    return roles.stream()
        .filter(role -> role.startsWith(Company.CLIENT))
        .flatMap(role -> organisations.named(role.substring(Company.CLIENT.length())).stream())
        .findFirst()
        .map(id -> new Post(Role.CLIENT, Optional.of(id)));
  }

  private static boolean isAs(Person person, Post post) {
    return person.role() == post.role() && person.organisation().equals(post.organisation());
  }

  private static String label(Provider.Claims claims) {
    return claims.name().flatMap(Names::read).orElse("somebody");
  }

  /** The name they are listed by; one that is taken is told apart, never shared. */
  private String free(String name, String subject) {
    return register.named(name).isEmpty() && !name.equals("somebody")
        ? name
        : name + "+" + Digests.ofChallenge(subject).substring(0, 8);
  }

  private Outcome refused(String why, String who, Where where) {
    LOG.warn("sign-in by {} refused: {}", company.name(), why);
    register.note(
        where.deed(who.isEmpty() ? "somebody" : who, Act.SIGN_IN_REFUSED, company.name(), why));
    return new Outcome.Refused();
  }
}
