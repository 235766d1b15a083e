#!/bin/sh
# A laptop and a stranger on its network, in two network namespaces of their own: lane.sh LAPTOP STRANGER
# Neighbours are fixed, so that rules which drop neighbour discovery do not look like rules that drop ports.
set -e
for n in "$1" "$2"; do
  ip netns add "$n"
  ip netns exec "$n" sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.all.accept_dad=0
  ip -n "$n" link set lo up
done
ip link add wlan0 netns "$1" address 02:00:00:00:00:10 type veth peer name eth0 netns "$2" address 02:00:00:00:00:66
ip link add vpn0 netns "$1" type veth peer name vpn1 netns "$2"
for l in wlan0 vpn0; do ip -n "$1" link set $l up; done
for l in eth0 vpn1; do ip -n "$2" link set $l up; done
ip -n "$1" addr add 10.66.0.10/24 brd + dev wlan0
ip -n "$1" addr add fd66::10/64 dev wlan0 nodad
ip -n "$1" addr add 10.99.0.10/24 dev vpn0
ip -n "$1" route add default via 10.66.0.1
for a in 10.66.0.66/24 10.66.0.200/24; do ip -n "$2" addr add $a brd + dev eth0; done
for a in fd66::66 fd66::200; do ip -n "$2" addr add $a/64 dev eth0 nodad; done
for a in 10.66.0.66 10.66.0.200 fd66::66 fd66::200 fe80::ff:fe00:66; do ip -n "$1" neigh replace $a lladdr 02:00:00:00:00:66 dev wlan0 nud permanent; done
for a in 10.66.0.10 fd66::10 fe80::ff:fe00:10; do ip -n "$2" neigh replace $a lladdr 02:00:00:00:00:10 dev eth0 nud permanent; done
