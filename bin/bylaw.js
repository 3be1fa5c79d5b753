#!/usr/bin/env node
import "../dist/lib/bin.js";
