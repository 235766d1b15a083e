#!/bin/sh
set -e
ip6tables-legacy -P INPUT DROP
ip6tables-legacy -A INPUT -p ipv6-icmp -j ACCEPT
ip6tables-legacy -A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT
ip6tables-legacy -A INPUT -s fe80::/10 -p tcp --dport 22 -j ACCEPT
