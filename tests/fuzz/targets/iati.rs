#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| cooperation_fuzz::bodies::iati(data));
