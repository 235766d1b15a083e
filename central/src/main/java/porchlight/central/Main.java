package porchlight.central;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.central.json.Json;
import porchlight.central.json.SettingsReader;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.Standing;
import porchlight.central.ledger.Store;
import porchlight.central.people.Act;
import porchlight.central.people.Deed;
import porchlight.central.people.Viewer;
import porchlight.central.settings.Address;
import porchlight.central.settings.Settings;
import porchlight.central.settings.SettingsFault;
import porchlight.central.signing.SigningKey;

/** The command line of central. */
public final class Main {
  private static final int USAGE = 64;
  private static final int OUR_FAULT = 70;
  private static final int CONFIGURATION = 78;
  private static final int WAITING_WRITES = 4096;
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

  static int complain(String line, int code) {
    System.err.println("porchlight central: " + line);
    return code;
  }

  private int run(Options options) throws Options.Usage, SettingsFault, IOException {
    return switch (options.command()) {
      case HELP -> help();
      case SERVE -> serve(settings(options), options.value("--ready-file").map(Path::of));
      case DEMO -> demo(options);
      case DASHBOARD_LINK -> dashboardLink(settings(options));
      case TOKEN, TOKEN_ADD -> change(options, tokens(options).add(random));
      case TOKEN_LIST -> onLedger(options, tokens(options).list());
      case TOKEN_REVOKE -> change(options, tokens(options).revoke());
      case DEVICE_LIST -> onLedger(options, devices(options).list());
      case DEVICE_APPROVE -> change(options, devices(options).approve());
      case REVOKE, DEVICE_REVOKE -> change(options, devices(options).revoke());
      case RETIRE, DEVICE_RETIRE -> change(options, devices(options).stand(Standing.RETIRED));
      case DEVICE_ROTATE -> change(options, devices(options).rotate());
      case DEVICE_MERGE -> change(options, devices(options).merge());
      case USER_LIST -> onLedger(options, users(options).list());
      case USER_ADD -> onLedger(options, users(options).add(address(settings(options)), random));
      case USER_RESET ->
          onLedger(options, users(options).reset(address(settings(options)), random));
      case POLICY_SET -> policySet(options);
      case POLICY_ROTATE_KEY -> policyRotateKey(options);
      case POLICY_SHOW -> onLedger(options, policies(options).show());
      case KEEP -> keep(options);
      case BACKUP -> backups(options).make(Path.of(options.needed("--file")));
      case RESTORE -> backups(options).restore(Path.of(options.needed("--file")));
    };
  }

  private Backups backups(Options options) throws Options.Usage, SettingsFault {
    return new Backups(out, settings(options));
  }

  private static int keep(Options options) throws Options.Usage, SettingsFault, IOException {
    String organisation = options.needed("--organisation");
    options.needed("--days");
    int days = (int) options.number("--days", 1, Settings.LONGEST_DAYS);
    return onLedger(
        options,
        ledger ->
            ledger.keep(organisation, days) ? 0 : complain("no organisation " + organisation, 1));
  }

  private Tokens tokens(Options options) {
    return new Tokens(options, out, clock.instant());
  }

  private Devices devices(Options options) {
    return new Devices(options, out, clock.instant());
  }

  private PolicyCommands policies(Options options) {
    return new PolicyCommands(options, out, clock.instant());
  }

  private int policySet(Options options) throws Options.Usage, SettingsFault, IOException {
    options.needed("--organisation");
    options.needed("--file");
    List<SigningKey> keys = DataFolder.open(settings(options).data()).policyKeys(random);
    return change(options, policies(options).set(keys));
  }

  private int policyRotateKey(Options options) throws Options.Usage, SettingsFault, IOException {
    DataFolder folder = DataFolder.open(settings(options).data());
    folder.changePolicyKey(random);
    return change(options, policies(options).resign(folder.policyKeys(random)));
  }

  /** Changes something, and leaves a trail of it. */
  private int change(Options options, LedgerWork work)
      throws Options.Usage, SettingsFault, IOException {
    return onLedger(
        options,
        ledger -> {
          int code = work.on(ledger);
          if (code == 0) {
            String who = Viewer.operator().who();
            ledger
                .register()
                .note(
                    new Deed(
                        clock.instant(), who, "", Act.CHANGED, options.subject(), options.said()));
          }
          return code;
        });
  }

  private static int onLedger(Options options, LedgerWork work)
      throws Options.Usage, SettingsFault, IOException {
    Settings settings = settings(options);
    Store store = DataFolder.open(settings.data()).store(settings);
    try (Ledger ledger = Ledger.open(store, 1)) {
      return work.on(ledger);
    }
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
    return serve(
        settings,
        folder,
        new Central.Host(clock, Steady.Source.ofMachine(), Main::dead),
        readyFile);
  }

  /** Of the settings only the folder and the address count: nothing of a demo goes out. */
  private int demo(Options options) throws Options.Usage, SettingsFault, IOException {
    Settings asked = settings(options);
    Path data =
        asked.data().equals(Settings.DEFAULTS.data()) ? Path.of("porchlight-demo") : asked.data();
    Settings settings = Settings.DEFAULTS.withData(data).withListen(asked.listen());
    DataFolder folder = DataFolder.open(settings.data());
    Optional<FileLock> lock = folder.lock();
    if (lock.isEmpty()) {
      return complain("another central serves " + settings.data(), OUR_FAULT);
    }
    DemoRun run = DemoRun.of(options, clock.instant(), out);
    Optional<Central.Host> host = run.fill(settings, folder, random, Main::dead);
    return host.isEmpty()
        ? complain(
            settings.data() + " holds devices already; a demo wants an empty folder", CONFIGURATION)
        : serve(
            settings.withCadence(DemoRun.LAST_CADENCE),
            folder,
            host.get(),
            options.value("--ready-file").map(Path::of));
  }

  private int serve(
      Settings settings, DataFolder folder, Central.Host host, Optional<Path> readyFile)
      throws IOException {
    String key = folder.dashboardKey(random);
    Central central = Central.start(settings, folder, key, host, WAITING_WRITES).beating();
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(central::close));
    String dashboard = central.url() + "/?key=" + key;
    out.println("Porchlight central listens on " + central.url());
    Optional<String> setUp = central.setUpLink();
    if (setUp.isPresent()) {
      out.println("Make the first account, once, within 24 hours: " + setUp.get());
      out.println("Until then the dashboard opens by: " + dashboard);
    } else {
      out.println("Dashboard: " + central.url());
    }
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

  /** Nothing can be written any more; whoever supervises us starts us anew. */
  private static void dead() {
    complain("the ledger's writer is dead; central ends", OUR_FAULT);
    Runtime.getRuntime().halt(OUR_FAULT);
  }

  private Users users(Options options) {
    return new Users(options, out, clock.instant());
  }

  private int dashboardLink(Settings settings) throws IOException {
    out.println(
        address(settings) + "/?key=" + DataFolder.open(settings.data()).dashboardKey(random));
    return 0;
  }

  /** Where the server listened last, or will. */
  private static String address(Settings settings) throws IOException {
    String scheme = settings.front().tls().isPresent() ? "https" : "http";
    return DataFolder.open(settings.data())
        .address()
        .orElse(settings.listen().url(scheme, settings.listen().port()));
  }

  private int help() {
    out.print(Help.TEXT);
    return 0;
  }
}
