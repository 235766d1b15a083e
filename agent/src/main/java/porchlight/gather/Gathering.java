package porchlight.gather;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import porchlight.facts.Dns;
import porchlight.facts.DnsAnswers;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Gateway;
import porchlight.facts.Lan;
import porchlight.facts.Portal;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.RouterExposure;
import porchlight.facts.TlsChains;
import porchlight.facts.Vpn;
import porchlight.facts.Wifi;
import porchlight.gather.place.Places;

/**
 * Gathers facts side by side: one slow source holds up no other, and none for longer than the
 * limit.
 *
 * @param wanted the facts to look at; the others are unknown because nobody asked
 * @param limit how long a fact may take
 * @param arrived told of each fact as it comes in, from any thread
 * @param probing whether and what the network is asked
 */
public record Gathering(Set<Fact> wanted, Duration limit, Consumer<Fact> arrived, Probing probing) {

  /** How long a fact may take: more than any single question's limit. */
  public static final Duration USUAL_LIMIT = Duration.ofSeconds(15);

  /** How long asking the network may take, once it is known which network it is. */
  public static final Duration PROBING_LIMIT = Duration.ofSeconds(3);

  /** What asking the network stands on. */
  private static final Set<Fact> FIRST = EnumSet.of(Fact.DNS, Fact.GATEWAY, Fact.VPN, Fact.LAN);

  private static final Set<Fact> SECOND =
      EnumSet.of(Fact.DNS_ANSWERS, Fact.PORTAL, Fact.TLS_CHAINS, Fact.ROUTER_EXPOSURE);

  public Gathering {
    var all = EnumSet.noneOf(Fact.class);
    all.addAll(wanted);
    if (!Collections.disjoint(wanted, SECOND)) {
      all.addAll(FIRST);
    }
    if (wanted.contains(Fact.PLACE)) {
      all.addAll(Set.of(Fact.LAN, Fact.WIFI)); // what a place is made of
    }
    wanted = all;
  }

  /** Asks nothing of the network. */
  public Gathering(Set<Fact> wanted, Duration limit, Consumer<Fact> arrived) {
    this(wanted, limit, arrived, Probing.OFF);
  }

  /** Remembers nothing, as on the first day. */
  public Facts gather(Gatherer from, Instant at) {
    return gather(from, at, Memory.NONE);
  }

  public Facts gather(Gatherer from, Instant at, Memory memory) {
    var device = start(Fact.DEVICE, from::device);
    var patches = start(Fact.PATCHES, from::patches); // the slowest first
    var firewall = start(Fact.FIREWALL, from::firewall);
    var wifi = start(Fact.WIFI, from::wifi);
    var dns = start(Fact.DNS, from::dns);
    var gateway = start(Fact.GATEWAY, from::gateway);
    var vpn = start(Fact.VPN, from::vpn);
    var listening = start(Fact.LISTENING, from::listening);
    var osSupport = start(Fact.OS_SUPPORT, from::osSupport);
    var disks = start(Fact.DISKS, from::disks);
    var reboot = start(Fact.REBOOT, from::reboot);
    var updating = start(Fact.UPDATING, from::updating);
    var hosts = start(Fact.HOSTS, from::hosts);
    var screenLock = start(Fact.SCREEN_LOCK, from::screenLock);
    var wifiAutoJoin = start(Fact.WIFI_AUTO_JOIN, from::wifiAutoJoin);
    var autoLogin = start(Fact.AUTO_LOGIN, from::autoLogin);
    var clock = start(Fact.CLOCK, from::clock);
    var nameBroadcast = start(Fact.NAME_BROADCAST, from::nameBroadcast);
    var lan = start(Fact.LAN, from::lan);
    var phishingProtection = start(Fact.PHISHING_PROTECTION, from::phishingProtection);
    var proxy = start(Fact.PROXY, from::proxy);
    var passwordManager = start(Fact.PASSWORD_MANAGER, from::passwordManager);
    var remoteTools = start(Fact.REMOTE_TOOLS, from::remoteTools);
    var antivirus = start(Fact.ANTIVIRUS, from::antivirus);
    var integrity = start(Fact.INTEGRITY, from::integrity);
    var management = start(Fact.MANAGEMENT, from::management);
    var trustedRoots = start(Fact.TRUSTED_ROOTS, from::trustedRoots);
    var sharing = start(Fact.SHARING, from::sharing);
    long end = System.nanoTime() + limit.toNanos();
    var second = second(from, at, new Inputs(dns, gateway, vpn, lan, wifi), end);
    return new Facts(
        at,
        await(device, end),
        await(wifi, end),
        await(dns, end),
        await(gateway, end),
        await(vpn, end),
        await(firewall, end),
        await(listening, end),
        await(patches, end),
        await(osSupport, end),
        await(disks, end),
        await(reboot, end),
        await(updating, end),
        await(hosts, end),
        await(screenLock, end),
        await(wifiAutoJoin, end),
        await(autoLogin, end),
        await(clock, end),
        await(nameBroadcast, end),
        await(lan, end),
        await(phishingProtection, end),
        await(passwordManager, end),
        memory.of(await(lan, end), await(wifi, end)),
        await(proxy, end),
        await(remoteTools, end),
        await(antivirus, end),
        await(integrity, end),
        await(management, end),
        await(trustedRoots, end),
        await(sharing, end),
        second.await(second.dnsAnswers),
        memory.reporting(),
        second.await(second.portal),
        second.await(second.tlsChains),
        wanted.contains(Fact.PLACE)
            ? Places.of(
                await(lan, end),
                await(wifi, end),
                Places.loginPage(second.await(second.portal), await(vpn, end)),
                memory,
                at)
            : Reading.unknown(Reason.TURNED_OFF, "not asked for"),
        second.await(second.routerExposure));
  }

  private record Inputs(
      CompletableFuture<Reading<Dns>> dns,
      CompletableFuture<Reading<Gateway>> gateway,
      CompletableFuture<Reading<Vpn>> vpn,
      CompletableFuture<Reading<Lan>> lan,
      CompletableFuture<Reading<Wifi>> wifi) {}

  /** The facts for which the network is asked; {@code end} is its own, or the whole's. */
  private record Second(
      CompletableFuture<Reading<DnsAnswers>> dnsAnswers,
      CompletableFuture<Reading<Portal>> portal,
      CompletableFuture<Reading<TlsChains>> tlsChains,
      CompletableFuture<Reading<RouterExposure>> routerExposure,
      long end) {
    <T> Reading<T> await(CompletableFuture<Reading<T>> reading) {
      return Gathering.await(reading, end, PROBING_LIMIT);
    }
  }

  private Second second(Gatherer from, Instant at, Inputs inputs, long end) {
    if (Collections.disjoint(wanted, SECOND)) {
      return new Second(notWanted(), notWanted(), notWanted(), notWanted(), end);
    }
    if (probing.off().isPresent()) {
      return new Second(off(), off(), off(), router(this::off), end);
    }
    var first =
        new First(
            at,
            probing.probes(),
            await(inputs.dns, end),
            await(inputs.gateway, end),
            await(inputs.vpn, end),
            await(inputs.lan, end),
            await(probing.keeps() ? inputs.wifi : notWanted(), end));
    First now = first.asOf(probing.begin(first));
    long ownEnd = Math.min(end, System.nanoTime() + PROBING_LIMIT.toNanos());
    return new Second(
        start(Fact.DNS_ANSWERS, () -> from.dnsAnswers(now)),
        start(Fact.PORTAL, () -> from.portal(now)),
        start(Fact.TLS_CHAINS, () -> from.tlsChains(now)),
        router(() -> start(Fact.ROUTER_EXPOSURE, () -> from.routerExposure(now))),
        ownEnd);
  }

  /** That the policy does not have the router asked is known, not a lack. */
  private CompletableFuture<Reading<RouterExposure>> router(
      Supplier<CompletableFuture<Reading<RouterExposure>>> ask) {
    if (!wanted.contains(Fact.ROUTER_EXPOSURE)) {
      return notWanted();
    }
    if (probing.probes().routerExposure()) {
      return ask.get();
    }
    arrived.accept(Fact.ROUTER_EXPOSURE);
    return CompletableFuture.completedFuture(Reading.known(RouterExposure.NOT_ASKED));
  }

  private static <T> CompletableFuture<Reading<T>> notWanted() {
    return CompletableFuture.completedFuture(Reading.unknown(Reason.TURNED_OFF, "not asked for"));
  }

  private <T> CompletableFuture<Reading<T>> off() {
    return CompletableFuture.completedFuture(
        Reading.unknown(Reason.TURNED_OFF, probing.off().orElse("")));
  }

  private <T> CompletableFuture<Reading<T>> start(Fact fact, Supplier<Reading<T>> read) {
    if (!wanted.contains(fact)) {
      return notWanted();
    }
    var reading = new CompletableFuture<Reading<T>>();
    var thread =
        new Thread(
            () -> {
              try {
                reading.complete(read.get());
              } catch (RuntimeException | Error ours) {
                reading.completeExceptionally(ours);
              } finally {
                arrived.accept(fact);
              }
            },
            "gathers-" + fact.word());
    thread.setDaemon(true);
    thread.start();
    return reading;
  }

  private <T> Reading<T> await(CompletableFuture<Reading<T>> reading, long end) {
    return await(reading, end, limit);
  }

  private static <T> Reading<T> await(
      CompletableFuture<Reading<T>> reading, long end, Duration limit) {
    try {
      return reading.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      return Reading.unknown(Reason.TIMED_OUT, "nothing came within " + limit.toSeconds() + " s");
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      return Reading.unknown(Reason.TIMED_OUT, "interrupted");
    } catch (ExecutionException ours) {
      // A mistake of ours in one reader must not take the other facts with it, and is never a pass.
      return Reading.unknown(
          Reason.NOT_UNDERSTOOD,
          "our own mistake: " + Answers.brief(String.valueOf(ours.getCause())));
    }
  }
}
