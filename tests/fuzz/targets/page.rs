#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| cooperation_fuzz::page::page_of(data));
