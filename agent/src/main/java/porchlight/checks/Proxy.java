package porchlight.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.IpAddress;
import porchlight.facts.Proxy.Setting;
import porchlight.facts.Proxy.Way;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;

/**
 * Programs on this laptop go through no proxy but those that the policy names.
 *
 * @param allowed hosts of proxies and of their scripts: names, each with all below it, and
 *     addresses
 */
public record Proxy(List<String> allowed) implements Check {
  private static final String HERE = "localhost";

  public Proxy {
    allowed = List.copyOf(allowed);
  }

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.PROXY);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.proxy()) {
      case Unknown<porchlight.facts.Proxy> unknown -> Verdict.unknown(unknown);
      case Known<porchlight.facts.Proxy>(var proxy) -> judge(proxy).withAll(seen(proxy.settings()));
    };
  }

  private Verdict judge(porchlight.facts.Proxy proxy) {
    var wrong = new ArrayList<String>();
    proxy
        .settings()
        .forEach(setting -> {
          String why = wrong(setting.way());
          if (!why.isEmpty() && !wrong.contains(why)) {
            wrong.add(why);
          }
        });
    if (!wrong.isEmpty()) {
      return Verdict.fail(String.join("; ", wrong));
    }
    return proxy
        .unseen()
        .map(unseen -> Verdict.unknown(unseen.reason(), unseen.detail()))
        .orElseGet(() ->
            Verdict.pass(
                proxy.settings().isEmpty()
                    ? "no program is told to go through a proxy"
                    : "programs go only through proxies that the policy allows"));
  }

  /** Empty when nothing is. */
  private String wrong(Way way) {
    return switch (way) {
      case Way.Discovered() ->
          "whoever runs the network names the proxy that programs go through (WPAD)";
      case Way.Script(var scheme, var host) when !isHere(host) && !scheme.equals("https") ->
          "the script that names the proxy is fetched without encryption, so anybody on the network"
              + " can change it";
      case Way.Script(var scheme, var host) when !isAllowed(host) ->
          isHere(host)
              ? "a script on this laptop names the proxy, and the policy does not allow it"
              : "a script names the proxy, from a host that the policy does not allow";
      case Way.Script script -> "";
      case Way.Fixed(var host, var port) when !isAllowed(host) ->
          isHere(host)
              ? "programs go through a proxy on this laptop that the policy does not allow"
              : "programs go through a proxy that the policy does not allow";
      case Way.Fixed fixed -> "";
    };
  }

  private static boolean isHere(String host) {
    return host.isEmpty()
        || host.equals(HERE)
        || IpAddress.of(host).filter(IpAddress::isLoopback).isPresent();
  }

  private boolean isAllowed(String host) {
    boolean named = allowed.stream().anyMatch(one -> host.equals(one) || host.endsWith("." + one));
    return named || (isHere(host) && allowed.contains(HERE));
  }

  private static List<Evidence> seen(List<Setting> settings) {
    var seen = new ArrayList<Evidence>();
    for (Setting setting : settings) {
      String what =
          switch (setting.way()) {
            case Way.Discovered() -> "as the network says";
            case Way.Script(var scheme, var host) ->
                "script " + scheme + "://" + (host.isEmpty() ? "(this laptop)" : host);
            case Way.Fixed(var host, var port) -> host + (port == 0 ? "" : ":" + port);
          };
      seen.add(Evidence.of("proxy", what + ", set in " + setting.where()));
      if (!setting.person().isEmpty()) {
        seen.add(Evidence.personal("set by", setting.person()));
      }
    }
    return seen.stream().distinct().limit(20).toList();
  }
}
