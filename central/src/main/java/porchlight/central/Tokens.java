package porchlight.central;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import porchlight.central.ledger.NewToken;
import porchlight.central.ledger.Token;
import porchlight.central.reports.Calm;
import porchlight.central.signing.Digests;

/** The commands about enrolment tokens. A token is printed once, when it is made. */
record Tokens(Options options, PrintStream out, Instant now) {
  private static final int LONGEST_NAME = 200;

  LedgerWork add(SecureRandom random) throws Options.Usage {
    String organisation = organisation(options);
    long uses = options.number("--uses", 1, 1_000_000);
    long days = options.number("--days", 7, 3650);
    boolean approval = options.choice("--approval", "no", "yes");
    return ledger -> {
      String token = "porch_" + DataFolder.secret(random, 24);
      ledger.issue(
          new NewToken(
              UUID.randomUUID().toString(),
              organisation,
              Digests.ofText(token),
              uses,
              now.plus(Duration.ofDays(days)),
              approval,
              now));
      out.println(token);
      return 0;
    };
  }

  LedgerWork list() {
    return ledger -> {
      ledger.tokens().forEach(this::print);
      return 0;
    };
  }

  private void print(Token token) {
    out.printf(
        "%s  %-8s %6d left  until %s%s  %s%n",
        token.id(),
        token.open(now) ? "open" : token.revokedAt().isPresent() ? "revoked" : "closed",
        token.usesLeft(),
        Devices.minute(token.expires()),
        token.approval() ? "  with approval" : "",
        Calm.text(token.organisation()));
  }

  LedgerWork revoke() throws Options.Usage {
    String id = options.needed("--id");
    return ledger -> ledger.revokeToken(id, now) ? 0 : Main.complain("no token " + id, 1);
  }

  static String organisation(Options options) throws Options.Usage {
    String organisation = options.needed("--organisation");
    if (organisation.length() > LONGEST_NAME) {
      throw new Options.Usage("--organisation is at most " + LONGEST_NAME + " characters long");
    }
    return organisation;
  }
}
