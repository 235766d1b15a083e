package porchlight.central;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import porchlight.central.accounts.Staff;
import porchlight.central.accounts.Where;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.Organisation;
import porchlight.central.ledger.Proofs;
import porchlight.central.people.Names;
import porchlight.central.people.Person;
import porchlight.central.people.Role;
import porchlight.central.people.Viewer;
import porchlight.central.reports.Word;

/** The commands about people, for whoever has a shell here and cannot come in. */
record Users(Options options, PrintStream out, Instant now) {
  private static final Viewer US = Viewer.operator();

  LedgerWork list() {
    return ledger -> {
      ledger.register().people().forEach(this::print);
      return 0;
    };
  }

  private void print(Person person) {
    out.printf(
        "%-30s %-6s  %s%s%n",
        person.name(),
        Word.of(person.role()),
        person.isEnabled() ? "may come in" : "shut out",
        person.codes() ? ", with one-time codes" : "");
  }

  LedgerWork add(String address, SecureRandom random) throws Options.Usage {
    String name =
        Names.read(options.needed("--name")).orElseThrow(() -> new Options.Usage(Names.EXPECTED));
    Role role = role(options.needed("--role"));
    Optional<String> wanted = options.value("--organisation");
    if ((role == Role.CLIENT) != wanted.isPresent()) {
      throw new Options.Usage("a client, and nobody else, needs --organisation");
    }
    return ledger -> {
      Optional<String> organisation = wanted.flatMap(called -> organisation(ledger, called));
      if (wanted.isPresent() && organisation.isEmpty()) {
        return Main.complain("no organisation " + wanted.get(), 1);
      }
      if (role != Role.ADMIN && !ledger.register().hasPeople()) {
        return Main.complain("the first account is that of an admin", 1);
      }
      Optional<String> link =
          new Staff(ledger.register(), random).invite(name, role, organisation, US.who(), where());
      if (link.isEmpty()) {
        return Main.complain(name + " is there already", 1);
      }
      out.println(address + "/join/" + link.get());
      return 0;
    };
  }

  LedgerWork reset(String address, SecureRandom random) throws Options.Usage {
    String name = options.needed("--name");
    boolean codesOff = options.choice("--codes", "keep", "off");
    return ledger -> {
      Optional<Person> person =
          Names.read(name).flatMap(ledger.register()::named).map(Proofs::person);
      if (person.isEmpty() || person.get().subject().isPresent()) {
        return Main.complain("nobody called " + name + " has a password here", 1);
      }
      Staff staff = new Staff(ledger.register(), random);
      if (codesOff) {
        staff.codesOff(person.get(), US.who(), where());
      }
      if (!person.get().isEnabled()) {
        staff.enable(person.get(), US.who(), where());
      }
      out.println(address + "/join/" + staff.link(person.get(), US.who(), where()));
      return 0;
    };
  }

  private Where where() {
    return new Where("", "", now);
  }

  private static Role role(String word) throws Options.Usage {
    try {
      return Word.parse(Role.class, word);
    } catch (IllegalArgumentException e) {
      throw new Options.Usage("--role is admin, tech or client");
    }
  }

  private static Optional<String> organisation(Ledger ledger, String name) {
    return ledger.seenBy(US).organisations().stream()
        .filter(one -> one.name().equals(name))
        .map(Organisation::id)
        .findFirst();
  }
}
