package porchlight.central;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import porchlight.central.json.Json;
import porchlight.central.json.SettingsReader;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.Standing;
import porchlight.central.settings.Address;
import porchlight.central.settings.Settings;
import porchlight.central.settings.SettingsFault;
import porchlight.central.signing.Digests;

/** The command line of central. */
public final class Main {
  private static final int USAGE = 64;
  private static final int OUR_FAULT = 70;
  private static final int CONFIGURATION = 78;
  private static final int WAITING_WRITES = 4096;
  private static final int LONGEST_NAME = 200;
  private final PrintStream out;
  private final SecureRandom random = new SecureRandom();
  private final InstantSource clock = InstantSource.system();

  private Main(PrintStream out) {
    this.out = out;
  }

  /** Does what the arguments ask; see {@code --help}. */
  public static void main(String[] args) {
    int code = run(List.of(args), new PrintStream(System.out, true, StandardCharsets.UTF_8));
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Runs a command and returns its exit code. */
  static int run(List<String> args, PrintStream out) {
    try {
      return new Main(out).run(Options.parse(args));
    } catch (Options.Usage e) {
      return complain(String.valueOf(e.getMessage()), USAGE);
    } catch (SettingsFault e) {
      return complain(String.valueOf(e.getMessage()), CONFIGURATION);
    } catch (IOException | RuntimeException e) {
      return complain(e.getMessage() == null ? e.toString() : e.getMessage(), OUR_FAULT);
    }
  }

  private static int complain(String line, int code) {
    System.err.println("porchlight central: " + line);
    return code;
  }

  private int run(Options options) throws Options.Usage, SettingsFault, IOException {
    return switch (options.command()) {
      case HELP -> help();
      case SERVE -> serve(settings(options), options.value("--ready-file").map(Path::of));
      case TOKEN -> token(options);
      case DASHBOARD_LINK -> dashboardLink(settings(options));
      case REVOKE -> stand(options, Standing.REVOKED);
      case RETIRE -> stand(options, Standing.RETIRED);
    };
  }

  private static Settings settings(Options options) throws Options.Usage, SettingsFault {
    Optional<String> file = options.value("--config");
    Settings settings =
        file.isPresent() ? SettingsReader.read(Path.of(file.get())) : Settings.DEFAULTS;
    Optional<String> data = options.value("--data");
    if (data.isPresent()) {
      settings = settings.withData(Path.of(data.get()));
    }
    Optional<String> listen = options.value("--listen");
    if (listen.isPresent()) {
      try {
        settings = settings.withListen(Address.parse(listen.get()));
      } catch (IllegalArgumentException e) {
        throw new Options.Usage("--listen: " + e.getMessage());
      }
    }
    return settings;
  }

  private int serve(Settings settings, Optional<Path> readyFile) throws IOException {
    DataFolder folder = DataFolder.open(settings.data());
    Optional<FileLock> lock = folder.lock();
    if (lock.isEmpty()) {
      return complain("another central serves " + settings.data(), OUR_FAULT);
    }
    String key = folder.dashboardKey(random);
    Central central = Central.start(settings, folder, key, clock, WAITING_WRITES).beating();
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(central::close));
    String dashboard = central.url() + "/?key=" + key;
    out.println("Porchlight central listens on " + central.url());
    out.println("Dashboard: " + dashboard);
    out.println(
        "To let a laptop report here, make an enrolment token:\n"
            + "  java -jar central.jar token --organisation \"Acme Dental\""
            + (settings.data().equals(Settings.DEFAULTS.data())
                ? ""
                : " --data " + settings.data()));
    if (readyFile.isPresent()) {
      DataFolder.replace(
          readyFile.get(),
          Json.write(Map.of("address", central.url(), "dashboard", dashboard)) + "\n");
    }
    return 0;
  }

  private int token(Options options) throws Options.Usage, SettingsFault, IOException {
    String organisation = options.needed("--organisation");
    if (organisation.length() > LONGEST_NAME) {
      throw new Options.Usage("--organisation is at most " + LONGEST_NAME + " characters long");
    }
    long uses = options.number("--uses", 1, 1_000_000);
    long days = options.number("--days", 7, 3650);
    DataFolder folder = DataFolder.open(settings(options).data());
    String token = "porch_" + DataFolder.secret(random, 24);
    Instant now = clock.instant();
    try (Ledger ledger = Ledger.open(folder.ledger(), 1)) {
      ledger.issue(
          UUID.randomUUID().toString(),
          organisation,
          Digests.ofText(token),
          uses,
          now.plus(Duration.ofDays(days)),
          now);
    }
    out.println(token);
    return 0;
  }

  private int dashboardLink(Settings settings) throws IOException {
    DataFolder folder = DataFolder.open(settings.data());
    String url = folder.address().orElse(settings.listen().url(settings.listen().port()));
    out.println(url + "/?key=" + folder.dashboardKey(random));
    return 0;
  }

  private int stand(Options options, Standing standing)
      throws Options.Usage, SettingsFault, IOException {
    String device = options.needed("--device");
    DataFolder folder = DataFolder.open(settings(options).data());
    try (Ledger ledger = Ledger.open(folder.ledger(), 1)) {
      return ledger.stand(device, standing) ? 0 : complain("no device " + device, 1);
    }
  }

  private int help() {
    out.print(Help.TEXT);
    return 0;
  }
}
